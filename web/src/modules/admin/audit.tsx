import { Badge, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { get, type components } from '../../shell/api';
import { CopyLine, Dialog, Facts, Page } from '../../shell/kit';
import { DataList, useListState } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';

type Entry = components['schemas']['AuditEntry'];

/** Who did what, and whether it worked. */
export default function Audit() {
  const { t } = useTranslation();
  const format = useFormat();
  const state = useListState();
  const [shown, setShown] = useState<Entry | null>(null);
  const { from, until } = state.asked;
  const title = t('Audit trail');
  return (
    <Page title={title} about={t('Who did what, and whether it worked. Nothing in it can be changed unseen.')}>
      <DataList<Entry>
        title={title}
        query={(asked) =>
          get('/api/v1/audit', { params: { query: { ...asked, from: startOf(from), until: endOf(until) } } })
        }
        rowKey={({ id }) => id}
        filters={[
          { key: 'action', label: t('Action') },
          { key: 'actor_id', label: t('Id of who did it') },
          { key: 'target', label: t('What it was done to') },
          {
            key: 'outcome',
            label: t('Outcome'),
            choices: [
              { value: 'success', label: t('done') },
              { value: 'failure', label: t('refused') },
            ],
          },
        ]}
        tools={
          <Group gap="xs">
            <Day label={t('From')} value={from} onChange={(day) => state.ask({ from: day })} />
            <Day label={t('Until')} value={until} onChange={(day) => state.ask({ until: day })} />
          </Group>
        }
        columns={[
          {
            key: 'at',
            title: t('When'),
            text: ({ at }) => at,
            render: ({ at }) => <span className="num">{format.exact(at)}</span>,
          },
          { key: 'action', title: t('Action'), text: ({ action }) => action },
          {
            key: 'outcome',
            title: t('Outcome'),
            text: ({ outcome }) => outcome,
            render: ({ outcome }) => (
              <Badge color={outcome === 'success' ? 'teal' : 'red'} tt="none">
                {outcome === 'success' ? t('done') : t('refused')}
              </Badge>
            ),
          },
          { key: 'target', title: t('What it was done to'), text: ({ target }) => target ?? '' },
          { key: 'actor', title: t('Who'), text: ({ actor_id: id }) => id ?? '', hidden: true },
          { key: 'ip', title: t('Address'), text: ({ client_ip: ip }) => ip ?? '' },
          { key: 'request', title: t('Request'), text: ({ request_id: id }) => id ?? '', hidden: true },
        ]}
        actions={(entry) => (
          <button type="button" className="quiet-link" onClick={() => setShown(entry)}>
            {t('Details')}
          </button>
        )}
      />
      <Text c="dimmed">
        {t('Whether the trail is whole is proven on the server, by a command that names the first entry that is not:')}
      </Text>
      <CopyLine value="npm run audit:verify" label={t('Command')} />
      <Dialog opened={shown !== null} onClose={() => setShown(null)} title={shown?.action ?? ''} size="lg">
        {shown && <Details entry={shown} />}
      </Dialog>
    </Page>
  );
}

function Details({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack>
      <Facts
        of={[
          [t('When'), format.exact(entry.at)],
          [t('Who'), entry.actor_id],
          [t('Session'), entry.session_id],
          [t('What it was done to'), entry.target],
          [t('Address'), entry.client_ip],
          [t('Program'), entry.user_agent],
          [t('Request'), entry.request_id],
        ]}
      />
      <Code block className="breaks" tabIndex={0} style={{ whiteSpace: 'pre-wrap' }}>
        {JSON.stringify(entry.facts, null, 2)}
      </Code>
    </Stack>
  );
}

/** @param day as 2026-11-29, by the clock of who looks */
const startOf = (day: string | undefined): string | undefined => day && new Date(`${day}T00:00:00`).toISOString();
const endOf = (day: string | undefined): string | undefined => day && new Date(`${day}T23:59:59.999`).toISOString();

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function Day({ label, value = '', onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      title={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}
