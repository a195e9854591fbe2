import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconWebhook } from '@tabler/icons-react';
import { get } from '../../shell/api';
import { Dialog, Empty, onDemand, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';

const NewWebhook = onDemand(async () => (await import('./new-webhook')).NewWebhook);

/** Signed events for other systems. */
export default function Webhooks() {
  const { t } = useTranslation();
  const format = useFormat();
  const [making, { open, close }] = useDisclosure();
  const title = t('Webhooks');
  return (
    <Page
      title={title}
      about={t('Other systems are told what happens here, signed, until they have heard it.')}
      actions={<Button onClick={open}>{t('New webhook')}</Button>}
    >
      <DataList
        title={title}
        query={(asked) => get('/api/v1/webhooks', { params: { query: asked } })}
        rowKey={({ id }) => id}
        to={({ id }) => `/webhooks/${id}`}
        columns={[
          { key: 'url', title: t('Address'), text: ({ url }) => url },
          { key: 'events', title: t('Events'), text: ({ events }) => events.join(', ') },
          {
            key: 'state',
            title: t('State'),
            text: ({ is_active: isActive }) => (isActive ? t('active') : t('switched off')),
            render: ({ is_active: isActive, failing_since: since }) => (
              <Badge color={!isActive ? 'gray' : since ? 'red' : 'teal'} tt="none">
                {!isActive ? t('switched off') : since ? t('failing') : t('active')}
              </Badge>
            ),
          },
          {
            key: 'created',
            title: t('Since'),
            text: ({ created_at: at }) => at,
            render: ({ created_at: at }) => format.day(at),
          },
        ]}
        empty={
          <Empty icon={IconWebhook} title={t('No webhooks yet')}>
            {t('Give the address of a system of yours, and the events it shall hear of.')}
          </Empty>
        }
      />
      <Dialog opened={making} onClose={close} title={t('New webhook')}>
        <NewWebhook onClose={close} />
      </Dialog>
    </Page>
  );
}
