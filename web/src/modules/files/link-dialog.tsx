import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ok, type components } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { CopyLine, say } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** A link by which anybody downloads one file: how long, and how often. */
export function LinkDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [link, setLink] = useState<components['schemas']['Share'] | null>(null);
  const form = useForm({ initialValues: { expires_in: String(DAY_S), max_uses: '' as number | string } });
  const params = { path: { id } };
  const make = useSubmit(
    async ({ expires_in: lasts, max_uses: uses }: typeof form.values, headers) => {
      const body = { expires_in: Number(lasts), ...(uses !== '' && { max_uses: Number(uses) }) };
      setLink(await ok(api.POST('/api/v1/storage/files/{id}/share', { params, body, headers })));
    },
    { fields: form },
  );
  const end = useSubmit<undefined>(async () => {
    await ok(api.DELETE('/api/v1/storage/files/{id}/shares', { params }));
    setLink(null);
    say(t('No link leads to “{{name}}” any more.', { name }));
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('Link to download “{{name}}”', { name })}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form onSubmit={form.onSubmit((values) => void make.submit(values))}>
        <Stack>
          <Text c="dimmed">{t('Whoever has the link downloads the file without an account.')}</Text>
          <Group grow align="flex-start">
            <NativeSelect
              label={t('Works for')}
              data={[
                { value: String(HOUR_S), label: t('an hour') },
                { value: String(DAY_S), label: t('a day') },
                { value: String(7 * DAY_S), label: t('a week') },
                { value: String(31 * DAY_S), label: t('a month') },
              ]}
              {...form.getInputProps('expires_in')}
            />
            <NumberInput
              label={t('Downloads at most')}
              placeholder={t('any number')}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              hideControls
              {...form.getInputProps('max_uses')}
            />
          </Group>
          <FormStatus error={make.error ?? end.error} values={form.values} />
          {link && (
            <div role="status">
              <Text mb={4}>
                {t('Works until {{when}}. It is shown only now:', { when: format.instant(link.expires_at) })}
              </Text>
              <CopyLine value={link.url} label={t('Link')} />
            </div>
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="red" loading={end.busy} onClick={() => void end.submit(undefined)}>
              {t('End all links')}
            </Button>
            <Button type="submit" loading={make.busy}>
              {t('Make the link')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
