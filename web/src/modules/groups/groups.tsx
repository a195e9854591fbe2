import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api, get, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Dialog, Empty, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useGo } from '../../shell/session/go';
import { useFormat, useTranslation } from '../../shell/text';

/** Groups of people, made by somebody or by a rule. */
export default function Groups() {
  const { t } = useTranslation();
  const format = useFormat();
  const [making, { open, close }] = useDisclosure();
  return (
    <Page
      title={t('Groups')}
      about={t('A right that is given to a group is given to all of its members.')}
      actions={<Button onClick={open}>{t('New group')}</Button>}
    >
      <DataList
        title={t('Groups')}
        query={(asked) => get('/api/v1/groups', { params: { query: asked } })}
        rowKey={({ id }) => id}
        to={({ id }) => `/groups/${encodeURIComponent(id)}`}
        filters={[{ key: 'q', label: t('Search by name') }]}
        columns={[
          { key: 'name', title: t('Name'), text: ({ name }) => name },
          {
            key: 'made',
            title: t('Made by'),
            text: ({ created_at: at }) => (at === null ? t('a rule') : t('a person')),
          },
          {
            key: 'members',
            title: t('Members'),
            text: ({ member_count: count }) => String(count),
            render: ({ member_count: count }) => format.number(count),
            align: 'right',
          },
        ]}
        empty={
          <Empty icon={IconUsersGroup} title={t('No groups yet')}>
            {t('Make one to share something with several people at once.')}
          </Empty>
        }
      />
      <Dialog opened={making} onClose={close} title={t('New group')}>
        <NewGroup onClose={close} />
      </Dialog>
    </Page>
  );
}

function NewGroup({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const go = useGo();
  const form = useForm({ initialValues: { name: '' } });
  const { submit, busy, error } = useSubmit(
    async (body: { name: string }, headers) => {
      const { id } = await ok(api.POST('/api/v1/groups', { body, headers }));
      await queries.invalidateQueries({ queryKey: ['/api/v1/groups'] });
      await go(`/groups/${encodeURIComponent(id)}`);
    },
    { fields: form },
  );
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
        <FormStatus error={error} values={form.values} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('Make the group')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
