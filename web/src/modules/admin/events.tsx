import { Badge, Button } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type components } from '../../shell/api';
import { Empty, Page, say, sayProblem } from '../../shell/kit';
import { DataList, useListState } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';

type Delivery = components['schemas']['EventDelivery'];
const path = '/api/v1/admin/events';
const COLOURS = { pending: 'blue', delivered: 'teal', dead: 'red' } as const;

/** Durable events on their way to their consumers; those given up can be tried again. */
export default function Events() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const { asked } = useListState();
  const names = { pending: t('on its way'), delivered: t('delivered'), dead: t('given up') };
  const run = async (work: () => Promise<string>): Promise<void> => {
    try {
      say(await work());
    } catch (error) {
      sayProblem(error);
    }
    await queries.invalidateQueries({ queryKey: [path] });
  };
  const again = (id: string): Promise<void> =>
    run(async () => {
      await ok(api.POST('/api/v1/admin/events/{id}/replay', { params: { path: { id } } }));
      return t('It is tried again.');
    });
  const allAgain = (consumer: string): Promise<void> =>
    run(async () => {
      const { replayed } = await ok(api.POST('/api/v1/admin/events/replay', { body: { consumer } }));
      return t('{{count}} are tried again.', { count: replayed });
    });
  return (
    <Page title={t('Events')} about={t('What modules tell one another, until each has heard it.')}>
      <DataList<Delivery>
        title={t('Events')}
        query={(query) => get(path, { params: { query: query } })}
        rowKey={({ id }) => id}
        filters={[
          {
            key: 'state',
            label: t('State'),
            choices: (['pending', 'delivered', 'dead'] as const).map((value) => ({ value, label: names[value] })),
          },
          { key: 'consumer', label: t('Consumer') },
          { key: 'type', label: t('Type') },
        ]}
        tools={
          asked.consumer && (
            <Button variant="default" onClick={() => void allAgain(asked.consumer)}>
              {t('Try all that were given up again')}
            </Button>
          )
        }
        columns={[
          { key: 'type', title: t('Type'), text: ({ type }) => type },
          { key: 'consumer', title: t('Consumer'), text: ({ consumer }) => consumer },
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
            key: 'created',
            title: t('Happened'),
            text: ({ created_at: at }) => at,
            render: ({ created_at: at }) => format.ago(at),
          },
          { key: 'error', title: t('Last error'), text: ({ last_error: error }) => error ?? '' },
          { key: 'subject', title: t('About what'), text: ({ subject }) => subject ?? '', hidden: true },
        ]}
        actions={({ id, state }) =>
          state === 'dead' && (
            <Button size="compact-sm" variant="default" onClick={() => void again(id)}>
              {t('Try again')}
            </Button>
          )
        }
        empty={
          <Empty icon={IconBolt} title={t('No events')}>
            {t('As soon as something happens that others must learn of, it stands here.')}
          </Empty>
        }
      />
    </Page>
  );
}
