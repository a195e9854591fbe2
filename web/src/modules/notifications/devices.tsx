import { Badge, Button, Group, Loader, Switch, Text } from '@mantine/core';
import { IconBrowser, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, type components } from '../../shell/api';
import { Confirm, ProblemAlert, RowsSkeleton, say, Section } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { msg, problemText, useFormat, useTranslation } from '../../shell/text';
import { canPush, PushRefused, renewPush, switchPushOff, switchPushOn, type PushRefusal } from './push';
import classes from './notifications.module.css';

type Device = components['schemas']['NotificationDevice'];
const PATH = '/api/v1/notifications/devices';

const KINDS: Readonly<Record<Device['device_type'], string>> = {
  browser: msg('A browser'),
  unified_push: msg('An app by UnifiedPush'),
  android: msg('An Android app'),
  ios: msg('An iPhone or iPad app'),
  web: msg('A web app'),
};
const REFUSALS: Readonly<Record<PushRefusal, string>> = {
  unsupported: msg('This browser takes no pushes.'),
  denied: msg('This browser does not let us show notifications. Its settings for this site can allow it.'),
  no_service: msg('The push service of this browser does not answer. Please try again later.'),
};

/** The browsers and apps that I am pushed to: this one on or off, the others to be taken away. */
export function Devices() {
  const { t } = useTranslation();
  const { id: userId } = useMe();
  const queries = useQueryClient();
  const devices = useQuery(get(PATH));
  const own = useQuery({ queryKey: ['push of this browser', userId], queryFn: () => renewPush(userId), retry: false });
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [leaving, setLeaving] = useState<Device | null>(null);
  const here = own.data?.id ?? null;
  const change = async (on: boolean): Promise<void> => {
    setWanted(on);
    setRefusal(null);
    try {
      await (on ? switchPushOn(userId) : switchPushOff(here));
    } catch (error) {
      setRefusal(error);
    }
    await Promise.all([own.refetch(), queries.invalidateQueries({ queryKey: [PATH] })]);
    setWanted(null);
  };
  const takeAway = async (device: Device): Promise<void> => {
    if (device.id === here) await switchPushOff(here);
    else await api.DELETE(`${PATH}/{id}`, { params: { path: { id: device.id } } });
    await Promise.all([own.refetch(), queries.invalidateQueries({ queryKey: [PATH] })]);
    say(t('It gets no more pushes.'));
  };
  return (
    <Section title={t('Pushes')} about={t('They come also while no tab is open, until you sign out there.')}>
      <Group gap="sm">
        <Switch
          label={t('Push to this browser')}
          checked={wanted ?? here !== null}
          disabled={!canPush() || wanted !== null || own.isPending}
          onChange={({ currentTarget }) => void change(currentTarget.checked)}
        />
        {wanted !== null && <Loader size="xs" aria-label={t('Loading…')} />}
      </Group>
      {!canPush() && (
        <Text fz="sm" c="dimmed" mt={4}>
          {t('This browser takes no pushes.')}
        </Text>
      )}
      {refusal !== null && (
        <div className={classes.refusal}>
          <ProblemAlert
            error={refusal}
            text={refusal instanceof PushRefused ? t(REFUSALS[refusal.reason]) : problemText(refusal)}
          />
        </div>
      )}
      {devices.isPending && <RowsSkeleton rows={2} />}
      {devices.isError && <ProblemAlert error={devices.error} onRetry={() => void devices.refetch()} />}
      <ul className={classes.devices} aria-label={t('Where I am pushed to')}>
        {devices.data?.items.map((device) => (
          <Row key={device.id} device={device} isHere={device.id === here} onRemove={() => setLeaving(device)} />
        ))}
      </ul>
      {leaving && (
        <Confirm
          opened
          onClose={() => setLeaving(null)}
          title={t('Stop its pushes?')}
          action={t('Stop them')}
          onConfirm={() => takeAway(leaving)}
        >
          {t('It can be switched on again only there.')}
        </Confirm>
      )}
    </Section>
  );
}

function Row({ device, isHere, onRemove }: { device: Device; isHere: boolean; onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = device.device_type === 'android' || device.device_type === 'ios' ? IconDeviceMobile : IconBrowser;
  const name = t(KINDS[device.device_type]);
  return (
    <Group component="li" wrap="nowrap" gap="sm">
      <Icon size={20} stroke={1.5} aria-hidden />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Group gap="xs">
          <Text className="breaks">{name}</Text>
          {isHere && <Badge>{t('this one')}</Badge>}
        </Group>
        <Text fz="xs" c="dimmed" className="breaks">
          {t('by {{host}}, registered {{when}}', { host: device.host, when: format.ago(device.registered_at) })}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        onClick={onRemove}
        aria-label={t('Remove: {{name}}, {{host}}', { name, host: device.host })}
      >
        {t('Remove')}
      </Button>
    </Group>
  );
}
