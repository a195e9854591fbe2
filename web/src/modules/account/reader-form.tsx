import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { say, Section } from '../../shell/kit';
import { useMe, useTakeMe } from '../../shell/session/me';
import { t as now, useTranslation } from '../../shell/text';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** In which language and by whose clock things are told. */
export function ReaderForm() {
  const { t } = useTranslation();
  const me = useMe();
  const takeMe = useTakeMe();
  const form = useForm({ initialValues: { locale: me.locale, time_zone: me.time_zone } });
  const { submit, busy, error } = useSubmit(
    async (body: typeof form.values, headers) => {
      await takeMe(await ok(api.PATCH('/api/v1/users/me', { body, headers })));
      say(now('That is kept.'));
    },
    { fields: form },
  );
  return (
    <Section title={t('Language and time')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <NativeSelect
            label={t('Language')}
            data={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
            {...form.getInputProps('locale')}
          />
          <TextInput label={t('Time zone')} list="zones" maxLength={64} {...form.getInputProps('time_zone')} />
          <datalist id="zones">
            {ZONES.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <FormStatus error={error} values={form.values} />
          <div>
            <Button type="submit" variant="default" loading={busy}>
              {t('Keep them')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
