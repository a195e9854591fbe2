import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Section } from '../../shell/kit';
import { saveFile } from '../../shell/list';
import { useTranslation } from '../../shell/text';

/** Everything that is kept of this person, as a file. */
export function MyData() {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(async () => {
    const data = await ok(api.GET('/api/v1/users/me/export'));
    saveFile('atrium-data.json', JSON.stringify(data, null, 2), 'application/json');
  });
  return (
    <Section title={t('My data')}>
      <Text mb="sm">
        {t(
          'All that is kept of you, in one file. To have your account erased, ask an administrator: what the law wants kept stays without your name.',
        )}
      </Text>
      <FormStatus error={error} />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={busy}
        onClick={() => void submit(undefined)}
      >
        {t('Take it along')}
      </Button>
    </Section>
  );
}
