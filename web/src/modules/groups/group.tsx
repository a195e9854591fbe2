import { Button, Group as Row, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, get, ok, type components } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Confirm, Page, ProblemAlert, say, sayProblem, ScreenSkeleton, Section } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useGo } from '../../shell/session/go';
import { useMay, useMe } from '../../shell/session/me';
import { PrincipalField, type Principal } from '../../shell/share/principal-field';
import { useTranslation } from '../../shell/text';

type Group = components['schemas']['Group'];
const path = '/api/v1/groups/{id}';
const membersPath = '/api/v1/groups/{id}/members';

/** One group: its name and its members. */
export default function GroupScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const { id }: { id: string } = useParams({ strict: false });
  const found = useQuery(get(path, { params: { path: { id } } }));
  const above = [{ title: t('Groups'), to: '/groups' }];
  if (found.isPending) return <ScreenSkeleton />;
  if (found.isError) {
    return (
      <Page title={t('Group')} above={above}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  const group = found.data;
  const isMine = group.owner_id === me.id;
  return (
    <Page title={group.name} above={above} about={group.created_at === null && t('A rule says who is in it.')}>
      {isMine && <Rename key={group.name} group={group} />}
      <Members group={group} isMine={isMine} />
    </Page>
  );
}

function Rename({ group }: { group: Group }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const go = useGo();
  const [removing, { open, close }] = useDisclosure();
  const params = { path: { id: group.id } };
  const form = useForm({ initialValues: { name: group.name } });
  const changed = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [path] });
    await queries.invalidateQueries({ queryKey: ['/api/v1/groups'] });
  };
  const { submit, busy, error } = useSubmit(
    async (body: { name: string }, headers) => {
      await ok(api.PATCH(path, { params, body, headers }));
      await changed();
      say(t('The group is renamed.'));
    },
    { fields: form },
  );
  const remove = async (): Promise<void> => {
    await ok(api.DELETE(path, { params }));
    await queries.invalidateQueries({ queryKey: ['/api/v1/groups'] });
    say(t('The group is gone.'));
    await go('/groups');
  };
  return (
    <Section title={t('Name')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Row align="flex-end" gap="xs" mb="xs">
          <TextInput flex="1 1 14rem" aria-label={t('Name')} maxLength={100} required {...form.getInputProps('name')} />
          <Button type="submit" variant="default" loading={busy} disabled={!form.isDirty()}>
            {t('Rename')}
          </Button>
          <Button variant="subtle" color="red" onClick={open}>
            {t('Delete the group…')}
          </Button>
        </Row>
        <FormStatus error={error} values={form.values} />
      </form>
      <Confirm
        opened={removing}
        onClose={close}
        title={t('Delete “{{title}}”?', { title: group.name })}
        action={t('Delete')}
        onConfirm={remove}
      >
        {t('What was shared with it is shared with its members no longer.')}
      </Confirm>
    </Section>
  );
}

function Members({ group, isMine }: { group: Group; isMine: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mayFind = useMay()('manage_users');
  const [chosen, setChosen] = useState<Principal | null>(null);
  const of = (userId: string) => ({ params: { path: { id: group.id, user_id: userId } } });
  const changed = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [membersPath] });
    await queries.invalidateQueries({ queryKey: [path] });
  };
  const add = async (userId: string): Promise<void> => {
    await ok(api.PUT('/api/v1/groups/{id}/members/{user_id}', of(userId)));
    await changed();
  };
  const adding = useSubmit(async (userId: string) => {
    await add(userId);
    setChosen(null);
  });
  const remove = async (userId: string, name: string): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/groups/{id}/members/{user_id}', of(userId)));
      say(t('{{name}} is no longer in the group.', { name }), () => add(userId));
    } catch (error) {
      sayProblem(error);
    }
    await changed();
  };
  return (
    <Section title={t('Members')}>
      {isMine && mayFind && (
        <Row align="flex-end" gap="xs" mb="md">
          <PrincipalField label={t('Person')} only="user" value={chosen} onChange={setChosen} />
          <Button disabled={!chosen} loading={adding.busy} onClick={() => chosen && void adding.submit(chosen.id)}>
            {t('Add')}
          </Button>
        </Row>
      )}
      <FormStatus error={adding.error} />
      <DataList
        title={t('Members')}
        query={(asked) => get(membersPath, { params: { path: { id: group.id }, query: asked } })}
        rowKey={({ user_id: id }) => id}
        columns={[
          { key: 'name', title: t('Name'), text: ({ full_name: name }) => name },
          { key: 'id', title: t('Id'), text: ({ user_id: id }) => id, hidden: true },
        ]}
        actions={
          isMine
            ? ({ user_id: id, full_name: name }) => (
                <Button size="compact-sm" variant="default" onClick={() => void remove(id, name)}>
                  {t('Remove')}
                </Button>
              )
            : undefined
        }
        empty={<Text p="md">{t('Nobody is in it yet.')}</Text>}
      />
    </Section>
  );
}
