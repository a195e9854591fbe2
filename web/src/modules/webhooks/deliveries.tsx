import { Badge, Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, get, ok } from '../../shell/api';
import { say, sayProblem } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';
import { DELIVERIES } from './paths';

const DAY_MS = 86_400_000;
const COLOURS = { pending: 'blue', delivered: 'teal', failed: 'red', skipped: 'gray' } as const;

/** What became of the deliveries of a webhook; those of the last day that failed can be sent again. */
export function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const names = { pending: t('on its way'), delivered: t('delivered'), failed: t('failed'), skipped: t('left out') };
  const replay = async (): Promise<void> => {
    try {
      const body = { since: new Date(Date.now() - DAY_MS).toISOString(), failed_only: true };
      const { count } = await ok(api.POST('/api/v1/webhooks/{id}/replay', { params: { path: { id } }, body }));
      say(t('{{count}} are sent again.', { count }));
    } catch (error) {
      sayProblem(error);
    }
    await queries.invalidateQueries({ queryKey: [DELIVERIES] });
  };
  return (
    <DataList
      title={t('Deliveries')}
      query={(asked) => get(DELIVERIES, { params: { path: { id }, query: asked } })}
      rowKey={({ event_id: eventId }) => eventId}
      filters={[{ key: 'failed_only', label: t('State'), choices: [{ value: 'true', label: t('failed') }] }]}
      tools={
        <Button variant="default" onClick={() => void replay()}>
          {t('Send what failed in the last day again')}
        </Button>
      }
      columns={[
        { key: 'type', title: t('Event'), text: ({ type }) => type },
        {
          key: 'state',
          title: t('State'),
          text: ({ state }) => names[state],
          render: ({ state }) => (
            <Badge color={COLOURS[state]} tt="none">
              {names[state]}
            </Badge>
          ),
        },
        { key: 'attempts', title: t('Attempts'), text: ({ attempts }) => String(attempts), align: 'right' },
        {
          key: 'status',
          title: t('Answer'),
          text: ({ response_status: status }) => String(status ?? '–'),
          align: 'right',
        },
        { key: 'error', title: t('Last error'), text: ({ error }) => error ?? '' },
        { key: 'at', title: t('Happened'), text: (row) => row.created_at, render: (row) => format.ago(row.created_at) },
      ]}
      empty={<Text p="md">{t('Nothing has been delivered yet.')}</Text>}
    />
  );
}
