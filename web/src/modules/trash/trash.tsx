import { Button, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, ok, type components } from '../../shell/api';
import { Confirm, Empty, Page, say, sayProblem } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { kindOf } from '../../shell/modules';
import { useFormat, useTranslation } from '../../shell/text';

type Trashed = components['schemas']['TrashedResource'];
const path = '/api/v1/trash';

/** What has been thrown away, of every type, until it is gone for ever. */
export default function Trash() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [purging, setPurging] = useState<Trashed | null>(null);
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: [path] });
  const restore = async ({ type, id, title }: Trashed): Promise<void> => {
    try {
      await ok(api.POST('/api/v1/trash/{type}/{id}/restore', { params: { path: { type, id } } }));
      say(t('“{{title}}” is back.', { title }));
    } catch (error) {
      sayProblem(error);
    }
    await changed();
  };
  const purge = async ({ type, id }: Trashed): Promise<void> => {
    await ok(api.DELETE('/api/v1/trash/{type}/{id}', { params: { path: { type, id } } }));
    await changed();
  };
  const nameOf = (type: string): string => {
    const kind = kindOf(type);
    return kind ? t(kind.title) : type;
  };
  return (
    <Page
      title={t('Trash')}
      about={t('What is here comes back with its shares, and is gone for ever after thirty days.')}
    >
      <DataList
        title={t('Trash')}
        query={(asked) => get(path, { params: { query: asked } })}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', title: t('Name'), text: ({ title }) => title },
          { key: 'type', title: t('Kind'), text: ({ type }) => nameOf(type) },
          {
            key: 'trashed',
            title: t('Thrown away'),
            text: ({ trashed_at: at }) => at,
            render: ({ trashed_at: at }) => format.ago(at),
          },
          {
            key: 'purged',
            title: t('Gone for ever'),
            text: ({ purged_at: at }) => at,
            render: ({ purged_at: at }) => format.day(at),
          },
        ]}
        actions={(row) => (
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => void restore(row)}>
              {t('Bring back')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => setPurging(row)}>
              {t('Delete for ever')}
            </Button>
          </Group>
        )}
        empty={
          <Empty icon={IconTrash} title={t('The trash is empty')}>
            {t('Files and folders that you delete wait here, so that you can bring them back.')}
          </Empty>
        }
      />
      <Confirm
        opened={purging !== null}
        onClose={() => setPurging(null)}
        title={t('Delete “{{title}}” for ever?', { title: purging?.title })}
        action={t('Delete for ever')}
        onConfirm={async () => {
          if (purging) await purge(purging);
        }}
      >
        {t('It cannot be brought back.')}
      </Confirm>
    </Page>
  );
}
