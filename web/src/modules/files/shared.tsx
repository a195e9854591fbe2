import { IconUsers } from '@tabler/icons-react';
import { Stack } from '@mantine/core';
import { get } from '../../shell/api';
import { Empty, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { kindOf } from '../../shell/modules';
import { useFormat, useTranslation } from '../../shell/text';
import { FolderTree } from './folder-tree';
import type { Level } from './folders';
import classes from './files.module.css';

/** What others share with me, of every kind. */
export default function Shared() {
  const { t } = useTranslation();
  const format = useFormat();
  const levels: Record<Level, string> = {
    view: t('view'),
    comment: t('comment'),
    edit: t('edit'),
    manage: t('manage'),
  };
  const nameOf = (type: string): string => {
    const kind = kindOf(type);
    return kind ? t(kind.title) : type;
  };
  return (
    <Page title={t('Shared with me')} above={[{ title: t('Files'), to: '/files' }]}>
      <div className={classes.layout}>
        <FolderTree at="shared" />
        <Stack>
          <DataList
            title={t('Shared with me')}
            query={(asked) => get('/api/v1/resources', { params: { query: { ...asked, owner: 'others' } } })}
            rowKey={({ id }) => id}
            to={({ type, id }) => kindOf(type)?.path(id) ?? '/files/shared'}
            filters={[
              {
                key: 'type',
                label: t('Kind'),
                choices: ['file', 'folder'].map((value) => ({ value, label: nameOf(value) })),
              },
            ]}
            columns={[
              { key: 'title', title: t('Name'), text: ({ title }) => title },
              { key: 'type', title: t('Kind'), text: ({ type }) => nameOf(type) },
              { key: 'permission', title: t('I may'), text: ({ permission }) => levels[permission] },
              {
                key: 'made',
                title: t('Since'),
                text: (row) => row.created_at,
                render: (row) => format.ago(row.created_at),
              },
            ]}
            empty={
              <Empty icon={IconUsers} title={t('Nobody shares anything with you yet')}>
                {t('Files and folders that others share with you stand here.')}
              </Empty>
            }
          />
        </Stack>
      </div>
    </Page>
  );
}
