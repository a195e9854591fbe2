import { ActionIcon, Button, Group, Paper, Progress, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconPlayerPause, IconPlayerPlay, IconRotate, IconX } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useFormat, useTranslation } from '../../shell/text';
import { useChanged } from './folders';
import { uploads, type UploadShown } from './uploads';
import classes from './files.module.css';

/** Files on their way, with a bar each. */
export function UploadPanel() {
  const { t } = useTranslation();
  const changed = useChanged();
  const items = useSyncExternalStore(uploads.subscribe, uploads.current);
  useEffect(() => {
    uploads.onDone = () => void changed();
  });
  if (items.length === 0) return null;
  const done = items.filter(({ state }) => state === 'done').length;
  return (
    <Paper component="section" withBorder className={classes.uploads} aria-label={t('Uploads')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="sm">
          {t('Uploads')}{' '}
          <Text span fz="sm" c="dimmed" className="num" role="status">
            {t('{{done}} of {{all}} have arrived', { done, all: items.length })}
          </Text>
        </Title>
        <Button size="compact-sm" variant="subtle" onClick={() => uploads.clear()}>
          {t('Clear the list')}
        </Button>
      </Group>
      <Stack gap="sm" component="ul" className={classes.uploadList}>
        {items.map((item) => (
          <UploadRow key={item.id} item={item} />
        ))}
      </Stack>
    </Paper>
  );
}

function UploadRow({ item: { id, name, size, sent, state, problem } }: { item: UploadShown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = {
    waiting: t('waits its turn'),
    running: t('on its way'),
    paused: t('paused'),
    cut: t('cut off, goes on by itself'),
    done: t('arrived'),
    failed: problem ?? '',
  };
  const percent = size === 0 ? 0 : Math.floor((sent / size) * 100);
  return (
    <li data-state={state}>
      <Group wrap="nowrap" gap="xs">
        <div className={classes.grows}>
          <Text fz="sm" className="cut" title={name}>
            <bdi>{name}</bdi>
          </Text>
          <Text fz="xs" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} className="num breaks">
            {state === 'failed'
              ? words.failed
              : `${words[state]} · ${format.bytes(sent)} / ${format.bytes(size)} · ${percent} %`}
          </Text>
        </div>
        {state === 'done' && <IconCheck size={18} color="var(--mantine-color-teal-6)" aria-hidden />}
        {['running', 'waiting', 'cut'].includes(state) && (
          <Deed label={t('Pause {{name}}', { name })} icon={IconPlayerPause} onClick={() => uploads.pause(id)} />
        )}
        {state === 'paused' && (
          <Deed label={t('Go on with {{name}}', { name })} icon={IconPlayerPlay} onClick={() => uploads.resume(id)} />
        )}
        {state === 'failed' && (
          <Deed label={t('Try {{name}} again', { name })} icon={IconRotate} onClick={() => uploads.resume(id)} />
        )}
        {state !== 'done' && (
          <Deed label={t('Give {{name}} up', { name })} icon={IconX} onClick={() => uploads.remove(id)} />
        )}
      </Group>
      {state !== 'failed' && (
        <Progress.Root size="sm" mt={4}>
          <Progress.Section
            value={percent}
            color={state === 'done' ? 'teal' : state === 'running' ? undefined : 'gray'}
            aria-label={t('Progress of {{name}}', { name })}
          />
        </Progress.Root>
      )}
    </li>
  );
}

function Deed({ label, icon: Icon, onClick }: { label: string; icon: typeof IconX; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" onClick={onClick} aria-label={label}>
        <Icon size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
