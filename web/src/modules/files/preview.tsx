import { Alert, Button, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { askPath } from '../../shell/api';
import { ProblemAlert } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import type { StoredFile } from './contents';
import { FileIcon } from './file-icon';
import { downloadAddress } from './file-menu';
import classes from './files.module.css';

/** A PDF is read whole before it is shown; beyond that it is only downloaded. */
const PDF_BYTES = 50_000_000;

/** What a browser can show of a file; a video is read by ranges. */
export function Preview({ file }: { file: StoredFile }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const { id, content_type: type, original_filename: name, status, size } = file;
  const fail = (): void => setFailed(true);
  if (status === 'damaged') {
    return <Alert color="red">{t('The bytes of this file are damaged. It has to be uploaded again.')}</Alert>;
  }
  const isPicture = type.startsWith('image/');
  const isVideo = type.startsWith('video/');
  const isPdf = type === 'application/pdf' && size <= PDF_BYTES;
  return (
    <div className={classes.preview}>
      {!failed && isPicture && <img src={downloadAddress(id)} alt={name} onError={fail} />}
      {!failed && isVideo && (
        <video src={downloadAddress(id)} controls preload="metadata" aria-label={name} onError={fail} />
      )}
      {isPdf && <Pdf id={id} name={name} />}
      {(failed || !(isPicture || isVideo || isPdf)) && (
        <Stack align="center" p="xl" gap="xs">
          <FileIcon type={type} size={48} />
          <Text c="dimmed" ta="center">
            {t('This kind of file is not shown here. Download it to look at it.')}
          </Text>
        </Stack>
      )}
    </div>
  );
}

function Pdf({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    let made: string | undefined;
    const load = async (): Promise<void> => {
      const answer = await askPath(`/api/v1/storage/download/${id}`, {
        signal: stop.signal,
        headers: { accept: '*/*' },
      });
      made = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'application/pdf' }));
      if (stop.signal.aborted) return URL.revokeObjectURL(made);
      setUrl(made);
    };
    load().catch((failure: unknown) => {
      if (!stop.signal.aborted) setError(failure);
    });
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [id]);
  if (error !== null) return <ProblemAlert error={error} />;
  if (url === null) return <Loader aria-label={t('Loading…')} />;
  if (!navigator.pdfViewerEnabled) {
    return (
      <Button component="a" href={url} target="_blank" rel="noreferrer" variant="default">
        {t('Open “{{name}}”', { name })}
      </Button>
    );
  }
  return <iframe src={url} title={name} />;
}
