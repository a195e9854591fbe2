import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useTaken } from '../../shell/session/places';
import { secretOf } from '../../shell/session/taken';
import { useTranslation } from '../../shell/text';

/** Proves an address. Only at a press: programs that look through mails open every link. */
export default function Verify() {
  const { t } = useTranslation();
  const purpose = useTaken('purpose');
  const [isDone, setDone] = useState(false);
  const { submit, busy, error } = useSubmit(async (body: { token: string }, headers) => {
    const path = purpose === 'change' ? '/api/v1/auth/email/change/confirm' : '/api/v1/auth/email/verify';
    await ok(api.POST(path, { body, headers }));
    setDone(true);
  });
  return (
    <Bare title={t('Is this your address?')}>
      <Stack>
        {isDone ? (
          <Alert color="teal" role="status">
            {t('Thank you, the address is confirmed.')}
          </Alert>
        ) : (
          <>
            <Text>{t('Confirm that you had this link mailed to you.')}</Text>
            <FormStatus error={error} />
            <Button loading={busy} onClick={() => void submit({ token: secretOf('token') })} autoFocus>
              {t('Yes, it is mine')}
            </Button>
          </>
        )}
        <Anchor component={Link} to="/account">
          {t('To your account')}
        </Anchor>
      </Stack>
    </Bare>
  );
}
