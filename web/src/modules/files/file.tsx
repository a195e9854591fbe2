import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../shell/api';
import { Facts, Page, ProblemAlert, ScreenSkeleton, Section } from '../../shell/kit';
import { useGo } from '../../shell/session/go';
import { CommentsPanel } from '../../shell/share';
import { useFormat, useTranslation } from '../../shell/text';
import { downloadAddress, FileMenu } from './file-menu';
import { atLeast, useLevel } from './folders';
import { Preview } from './preview';
import classes from './files.module.css';

/** One file: its preview, what is known of it, what is said of it. */
export default function FileScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const levelOf = useLevel();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useQuery(get('/api/v1/storage/files/{id}/metadata', { params: { path: { id } } }));
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <ScreenSkeleton />;
  const file = found.data;
  const folder = file.folder_id === null ? '/files' : `/folders/${file.folder_id}`;
  return (
    <Page
      title={file.original_filename}
      above={[
        { title: t('Files'), to: '/files' },
        ...(file.folder_id === null ? [] : [{ title: file.folder ?? '', to: folder }]),
      ]}
      actions={
        <>
          <Button component="a" href={downloadAddress(id)} download leftSection={<IconDownload size={16} />}>
            {t('Download')}
          </Button>
          <FileMenu file={file} onGone={() => void go(folder)} />
        </>
      }
    >
      <div className={classes.file}>
        <Preview file={file} />
        <Group align="stretch" gap="md">
          <Section title={t('About it')}>
            <Facts
              of={[
                [t('Size'), format.bytes(file.size)],
                [t('Kind'), file.content_type],
                [t('Uploaded'), format.instant(file.upload_time)],
                [
                  t('Folder'),
                  <Link key="folder" to={folder}>
                    {file.folder ?? t('My files')}
                  </Link>,
                ],
                ...(file.description ? [[t('Description'), file.description] as const] : []),
                [t('SHA-256'), <code key="sum">{file.checksum}</code>],
              ]}
            />
          </Section>
          <Section title={t('Comments')}>
            <CommentsPanel
              resource={{ type: 'file', id, title: file.original_filename }}
              mayComment={atLeast(levelOf(file), 'comment')}
            />
          </Section>
        </Group>
      </div>
    </Page>
  );
}
