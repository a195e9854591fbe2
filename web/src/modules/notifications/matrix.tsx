import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { sayProblem } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import {
  channelsOf,
  saidOfCategory,
  saidOfChannel,
  type Category,
  type Cell,
  type Change,
  type Preferences,
} from './switches';
import { CHANNEL_NAMES, SOURCE_NAMES } from './words';
import classes from './notifications.module.css';

type OnChange = (change: Change) => Promise<void>;

/** Every category by every channel, each cell with where its answer comes from. */
export function Matrix({ preferences, onChange }: { preferences: Preferences; onChange: OnChange }) {
  const { t } = useTranslation();
  return (
    <div className={classes.matrix}>
      <div className={classes.columns} role="group" aria-label={t('Every category')}>
        <Text fw={600}>{t('Every category')}</Text>
        {channelsOf(preferences).map((channel) => (
          <WholeSelect
            key={channel}
            label={t(CHANNEL_NAMES[channel])}
            isShown
            said={saidOfChannel(preferences, channel)}
            onSay={(to) => onChange({ channel, to })}
          />
        ))}
      </div>
      <ul id="categories" className={classes.categories}>
        {preferences.categories.map((category) => (
          <Row key={category.key} category={category} onChange={onChange} />
        ))}
      </ul>
    </div>
  );
}

function Row({ category, onChange }: { category: Category; onChange: OnChange }) {
  const { t } = useTranslation();
  const { key, sentence, cells } = category;
  return (
    <li>
      <div className={classes.columns} role="group" aria-label={sentence}>
        <Text>{sentence}</Text>
        {cells.map((cell) => (
          <Box key={cell.channel} cell={cell} onSay={(to) => onChange({ cell: [key, cell.channel], to })} />
        ))}
        <WholeSelect
          label={t('All channels')}
          said={saidOfCategory(category)}
          onSay={(to) => onChange({ category: key, to })}
        />
      </div>
    </li>
  );
}

function Box({ cell, onSay }: { cell: Cell; onSay: (to: boolean | null) => Promise<void> }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { channel, enabled, source } = cell;
  const name = t(CHANNEL_NAMES[channel]);
  const say = async (to: boolean | null): Promise<void> => {
    setWanted(to);
    await onSay(to).catch(sayProblem);
    setWanted(null);
  };
  return (
    <div className={classes.cell}>
      <Checkbox
        label={name}
        checked={wanted ?? enabled}
        disabled={source === 'mandatory'}
        onChange={({ currentTarget }) => void say(currentTarget.checked)}
        classNames={{ label: classes.cellName, body: classes.cellBody }}
      />
      <Text fz="xs" c="dimmed" component="span">
        {t(SOURCE_NAMES[source])}
        {source === 'cell' && (
          <>
            {' · '}
            <button
              type="button"
              className="quiet-link"
              onClick={() => void say(null)}
              aria-label={t('undo: {{channel}}', { channel: name })}
            >
              {t('undo')}
            </button>
          </>
        )}
      </Text>
    </div>
  );
}

interface WholeProps {
  readonly label: string;
  /** Whether the label is seen; else it is heard. */
  readonly isShown?: boolean;
  readonly said: boolean | null;
  readonly onSay: (to: boolean | null) => Promise<void>;
}

/** Of a row or a column as a whole: on, off, or each as usual. */
function WholeSelect({ label, isShown, said, onSay }: WholeProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<string | null>(null);
  const say = async (value: string): Promise<void> => {
    setWanted(value);
    await onSay(value === '' ? null : value === 'on').catch(sayProblem);
    setWanted(null);
  };
  return (
    <NativeSelect
      size="xs"
      className={classes.whole}
      {...(isShown ? { label } : { 'aria-label': label })}
      value={wanted ?? (said === null ? '' : said ? 'on' : 'off')}
      onChange={({ currentTarget }) => void say(currentTarget.value)}
      data={[
        { value: '', label: t('as usual') },
        { value: 'on', label: t('on') },
        { value: 'off', label: t('off') },
      ]}
    />
  );
}
