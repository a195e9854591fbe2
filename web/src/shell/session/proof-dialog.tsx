import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok, type AskedProof } from '../api';
import { FormStatus, SecretInput, useSubmit } from '../form';
import { useTranslation } from '../text/i18n';
import { whoever, type Me } from './me';

/** Asks in place for who is here once more; what is typed on the screen below stays. */
export default function ProofDialog({ asked }: { asked: AskedProof }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [step, setStep] = useState(asked.proof);
  const before = queries.getQueryData<Me>(whoever.queryKey);
  const form = useForm({ initialValues: { secret: '' } });
  const isCode = step === 'code' || (step === 'fresh' && asked.factor === 'code');
  const { submit, busy, error } = useSubmit(async ({ secret }: { secret: string }) => {
    if (step === 'fresh') {
      const body = asked.factor === 'code' ? { code: secret.trim() } : { password: secret };
      await ok(api.POST('/api/v1/auth/step-up', { body }));
    } else if (step === 'code') {
      await ok(api.POST('/api/v1/auth/browser/mfa/verify', { body: { code: secret.trim() } }));
    } else {
      const body = { email: before?.email, password: secret };
      const { requires_mfa: needsCode } = await ok(api.POST('/api/v1/auth/browser/login', { body }));
      if (needsCode) {
        form.reset();
        return setStep('code');
      }
    }
    asked.settle(true);
  });
  const giveUp = (): void => {
    asked.settle(false);
    if (asked.proof !== 'fresh') void queries.resetQueries({ queryKey: whoever.queryKey });
  };
  return (
    <Modal
      opened
      onClose={giveUp}
      title={step === 'fresh' ? t('Is it still you?') : t('Your session has ended')}
      closeOnClickOutside={false}
      withCloseButton={false}
      zIndex={1000}
    >
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <Text>
            {step === 'fresh'
              ? t('This needs a proof that is no older than five minutes.')
              : t('Sign in again as {{email}} to go on. Nothing you have typed is lost.', { email: before?.email })}
          </Text>
          {isCode ? (
            <TextInput
              label={t('Code of your authenticator app, or a recovery code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              required
              withAsterisk={false}
              data-autofocus
              {...form.getInputProps('secret')}
            />
          ) : (
            <SecretInput
              label={t('Password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              data-autofocus
              {...form.getInputProps('secret')}
            />
          )}
          <FormStatus error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={giveUp}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('Go on')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
