import { Alert, Badge, Button, Group, Stack, Table, TagsInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, ok, type Keyed } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Confirm, CopyLine, Dialog, ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';

type Path = '/api/v1/auth/service-tokens' | '/api/v1/auth/clients';

interface Credential {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly last_used_at?: string | null;
}

interface Made extends Credential {
  readonly token?: string;
  readonly client_secret?: string;
}

interface CredentialsProps {
  readonly path: Path;
  readonly title: string;
  readonly about: string;
  readonly secretOf: (made: Made) => string | undefined;
}

/** One kind of credentials of services: listed, made, taken back. The secret is shown once. */
export function Credentials({ path, title, about, secretOf }: CredentialsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [making, { open, close }] = useDisclosure();
  const [removing, setRemoving] = useState<Credential | null>(null);
  const list = useQuery(get(path, { params: { query: { limit: 100 } } }));
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: [path] });
  const items: readonly Credential[] = list.data?.items ?? [];
  const remove = async (): Promise<void> => {
    if (removing) await ok(api.DELETE(`${path}/{id}`, { params: { path: { id: removing.id } } }));
    await changed();
  };
  return (
    <Section
      title={title}
      about={about}
      actions={
        <Button size="compact-md" onClick={open}>
          {t('Make one')}
        </Button>
      }
    >
      {list.isPending && <RowsSkeleton rows={3} />}
      {list.isError && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && <Text c="dimmed">{t('There are none yet.')}</Text>}
      {items.length > 0 && (
        <Table.ScrollContainer minWidth={280}>
          <Table aria-label={title}>
            <Table.Tbody>
              {items.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Th scope="row" className="breaks">
                    {one.name}
                    <Text fz="xs" c="dimmed" className="breaks">
                      {one.id}
                    </Text>
                  </Table.Th>
                  <Table.Td>
                    <Group gap={4}>
                      {one.scopes.map((scope) => (
                        <Badge key={scope} tt="none">
                          {scope}
                        </Badge>
                      ))}
                    </Group>
                  </Table.Td>
                  <Table.Td visibleFrom="sm">
                    {one.last_used_at
                      ? t('used {{when}}', { when: format.ago(one.last_used_at) })
                      : format.day(one.created_at)}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button size="compact-sm" variant="subtle" color="red" onClick={() => setRemoving(one)}>
                      {t('Take back')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Dialog opened={making} onClose={close} title={title}>
        <Make path={path} secretOf={secretOf} onMade={changed} onClose={close} />
      </Dialog>
      <Confirm
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('Take “{{name}}” back?', { name: removing?.name })}
        action={t('Take back')}
        onConfirm={remove}
      >
        {t('What calls with it is refused within a second.')}
      </Confirm>
    </Section>
  );
}

interface MakeProps {
  readonly path: Path;
  readonly secretOf: (made: Made) => string | undefined;
  readonly onMade: () => Promise<void>;
  readonly onClose: () => void;
}

function Make({ path, secretOf, onMade, onClose }: MakeProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [made, setMade] = useState<Made | null>(null);
  const form = useForm<{ name: string; scopes: string[] }>({ initialValues: { name: '', scopes: [] } });
  const { submit, busy, error } = useSubmit(
    async (body: { name: string; scopes: string[] }, headers: Keyed) => {
      setMade(await ok<Made>(api.POST(path, { body, headers })));
      await onMade();
    },
    { fields: form },
  );
  if (made) {
    return (
      <Stack>
        <Alert color="teal" role="status">
          {t('This is its secret. It is shown only now.')}
        </Alert>
        <CopyLine value={made.id} label={t('Id')} />
        <CopyLine value={secretOf(made) ?? ''} label={t('Secret')} />
        <Button onClick={onClose}>{t('I have kept it')}</Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput
          label={t('Name')}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TagsInput
          label={t('What it may do')}
          description={t('Permissions that you have yourself.')}
          data={[...me.permissions]}
          comboboxProps={{ withinPortal: true }}
          {...form.getInputProps('scopes')}
        />
        <FormStatus error={error} values={form.values} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('Make it')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
