import { Anchor, Badge, Button, Group, Stack, Table, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf, api, ok, type components } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Dialog, say, Section } from '../../shell/kit';
import { useMay } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';

type Issued = components['schemas']['IssuedTranscript'];

interface IssuedTranscriptsProps {
  readonly items: readonly Issued[];
  readonly onChanged: () => Promise<unknown>;
}

/** The transcripts of a student that were signed, the latest first. */
export function IssuedTranscripts({ items, onChanged }: IssuedTranscriptsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRevoke = useMay()('manage_school');
  const [revoking, setRevoking] = useState<Issued | null>(null);
  return (
    <div className="no-print">
      <Section title={t('Signed transcripts')}>
        <Table.ScrollContainer minWidth={340}>
          <Table verticalSpacing={6} aria-label={t('Signed transcripts')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('Code')}</Table.Th>
                <Table.Th>{t('Term')}</Table.Th>
                <Table.Th>{t('Signed on')}</Table.Th>
                <Table.Th ta="right">{t('Actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/school/verify/${one.code}`} fz="sm">
                      {one.code}
                    </Anchor>{' '}
                    {one.revoked_at && (
                      <Badge color="red" tt="none">
                        {t('revoked')}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>{one.term ?? t('All terms')}</Table.Td>
                  <Table.Td>{format.day(one.issued_at)}</Table.Td>
                  <Table.Td>
                    <Group gap={4} justify="flex-end">
                      <Button
                        component="a"
                        href={addressOf(`/api/v1/school/transcripts/${one.id}?format=pdf`)}
                        target="_blank"
                        rel="noopener"
                        size="compact-sm"
                        variant="subtle"
                      >
                        PDF
                      </Button>
                      {mayRevoke && !one.revoked_at && (
                        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setRevoking(one)}>
                          {t('Revoke')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {revoking && <Revoke issued={revoking} onClose={() => setRevoking(null)} onDone={onChanged} />}
      </Section>
    </div>
  );
}

interface RevokeProps {
  readonly issued: Issued;
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

function Revoke({ issued: { id, code }, onClose, onDone }: RevokeProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { submit, busy, error } = useSubmit<{ reason: string }>(async (body, headers) => {
    await ok(api.POST('/api/v1/school/transcripts/{id}/revoke', { params: { path: { id } }, body, headers }));
    say(t('{{code}} is revoked.', { code }));
    await onDone();
    onClose();
  });
  return (
    <Dialog opened onClose={onClose} title={t('Revoke {{code}}', { code })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit({ reason });
        }}
      >
        <Stack>
          <Textarea
            label={t('Why')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
          <FormStatus error={error} />
          <Button type="submit" color="red" loading={busy} disabled={reason.trim() === ''}>
            {t('Vouch for it no longer')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
