import { Divider, Modal, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api';
import { CopyLine } from '../kit/copy-line';
import { ProblemAlert } from '../kit/problem';
import { RowsSkeleton } from '../kit/skeletons';
import { useTranslation } from '../text/i18n';
import { GiveLink } from './give-link';
import { GiveRight } from './give-right';
import type { ResourceRef } from './resource-ref';
import { ShareRow } from './share-row';

const path = '/api/v1/shares';

/** Who has a right to a resource, and giving, changing and taking rights. */
export function ShareDialog({
  resource,
  opened,
  onClose,
}: {
  resource: ResourceRef;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const query = { resource_type: resource.type, resource_id: resource.id, limit: 100 };
  const shares = useQuery({ ...get(path, { params: { query } }), enabled: opened });
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: [path] });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('Share “{{title}}”', { title: resource.title })}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Stack>
        <GiveRight resource={resource} onGiven={changed} />
        <Divider />
        {shares.isPending && <RowsSkeleton rows={3} />}
        {shares.isError && <ProblemAlert error={shares.error} onRetry={() => void shares.refetch()} />}
        {shares.data?.items.length === 0 && <Text c="dimmed">{t('It is shared with nobody yet.')}</Text>}
        <Stack gap="xs" component="ul" p={0} m={0}>
          {shares.data?.items.map((share) => (
            <ShareRow key={share.id} share={share} onChanged={changed} />
          ))}
        </Stack>
        <Divider />
        {link && (
          <div role="status">
            <Text mb={4}>{t('The link is shown only now:')}</Text>
            <CopyLine value={link} label={t('Link')} />
          </div>
        )}
        <GiveLink
          resource={resource}
          onGiven={async (url) => {
            setLink(url);
            await changed();
          }}
        />
      </Stack>
    </Modal>
  );
}
