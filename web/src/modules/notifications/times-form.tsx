import { Anchor, Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { FormStatus, useSubmit } from '../../shell/form';
import { say, Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import type { Change, Digest, Preferences } from './switches';

interface TimesProps {
  readonly preferences: Preferences;
  readonly onChange: (change: Change) => Promise<void>;
}

const NIGHT = { start: '22:00', end: '07:00' };

/** When nothing may ring. */
export function QuietHoursForm({ preferences: { quiet_hours: quiet, time_zone: zone }, onChange }: TimesProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { isOn: quiet !== null, ...(quiet ?? NIGHT) } });
  const { submit, busy, error } = useSubmit(async ({ isOn, start, end }: typeof form.values) => {
    await onChange({ quietHours: isOn ? { start, end } : null });
    say(t('That is kept.'));
  });
  return (
    <Section title={t('Quiet hours')} about={t('Pushes and mails wait for their end. What is critical does not.')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <Switch label={t('I have quiet hours')} {...form.getInputProps('isOn', { type: 'checkbox' })} />
          <Group grow preventGrowOverflow={false} gap="sm">
            <TextInput
              type="time"
              label={t('From')}
              disabled={!form.values.isOn}
              required
              {...form.getInputProps('start')}
            />
            <TextInput
              type="time"
              label={t('Until')}
              disabled={!form.values.isOn}
              required
              {...form.getInputProps('end')}
            />
          </Group>
          <Text fz="sm" c="dimmed">
            {t('By your own clock: {{zone}}.', { zone })}{' '}
            <Anchor component={Link} to="/account" fz="sm">
              {t('Change the time zone')}
            </Anchor>
          </Text>
          <FormStatus error={error} />
          <div>
            <Button type="submit" variant="default" loading={busy} disabled={!form.isDirty()}>
              {t('Keep the quiet hours')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** Mails one by one, or together. */
export function DigestForm({ preferences: { digest }, onChange }: TimesProps) {
  const { t, i18n } = useTranslation();
  const form = useForm({
    initialValues: {
      frequency: digest?.frequency ?? '',
      hour: String(digest?.hour ?? 8),
      weekday: String(digest?.weekday ?? 1),
    },
  });
  const { submit, busy, error } = useSubmit(async ({ frequency, hour, weekday }: typeof form.values) => {
    const wanted = { frequency: frequency as Digest['frequency'], hour: Number(hour), weekday: Number(weekday) };
    await onChange({ digest: frequency === '' ? null : wanted });
    say(t('That is kept.'));
  });
  const { frequency } = form.values;
  const nameOfDay = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Section title={t('Mails')} about={t('A digest puts them together, without what you have read by then.')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <NativeSelect
            label={t('How often')}
            data={[
              { value: '', label: t('Each by itself, at once') },
              { value: 'hourly', label: t('A digest every hour') },
              { value: 'daily', label: t('A digest every day') },
              { value: 'weekly', label: t('A digest every week') },
            ]}
            {...form.getInputProps('frequency')}
          />
          <Group grow preventGrowOverflow={false} gap="sm">
            {frequency === 'weekly' && (
              <NativeSelect
                label={t('On')}
                data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
                  value: String(day),
                  label: nameOfDay.format(MONDAY + (day - 1) * DAY_MS),
                }))}
                {...form.getInputProps('weekday')}
              />
            )}
            {(frequency === 'daily' || frequency === 'weekly') && (
              <NativeSelect label={t('At')} data={HOURS} {...form.getInputProps('hour')} />
            )}
          </Group>
          <FormStatus error={error} />
          <div>
            <Button type="submit" variant="default" loading={busy} disabled={!form.isDirty()}>
              {t('Keep the digest')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
