import { Button, Stack, TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api, ok, type components, type Versioned } from '../../shell/api';
import { ConflictDialog, FormStatus, useEdit, useSubmit } from '../../shell/form';
import { say } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { ROLES } from './roles';

type User = components['schemas']['User'];
const path = '/api/v1/users/{id}';

interface Rights {
  readonly roles: string[];
  readonly permissions: string[];
}

/** What an account may do: by its roles, and one by one. Another admin may change it meanwhile. */
export function RightsForm({ version, read }: { version: Versioned<User>; read: () => Promise<Versioned<User>> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useMe();
  const { id, roles, permissions } = version.value;
  const form = useForm<Rights>({ initialValues: { roles, permissions } });
  const edit = useEdit<User, Rights>(version, {
    read,
    write: (body, headers) => ok(api.PATCH(path, { params: { path: { id } }, body, headers })),
    onTheirs: (theirs) => queries.setQueryData([path, id], theirs),
    onSaved: () => {
      say(t('The rights are kept.'));
      void queries.invalidateQueries({ queryKey: [path, id] });
      void queries.invalidateQueries({ queryKey: ['/api/v1/users'] });
    },
  });
  const { submit, busy, error } = useSubmit(edit.save, { fields: form });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TagsInput label={t('Roles')} data={[...ROLES]} {...form.getInputProps('roles')} />
        <TagsInput
          label={t('Permissions')}
          description={t('Given one by one, beyond those of the roles.')}
          data={[...me.permissions]}
          {...form.getInputProps('permissions')}
        />
        <FormStatus error={error} values={form.values} />
        <div>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('Keep the rights')}
          </Button>
        </div>
      </Stack>
      <ConflictDialog
        conflict={edit.conflict}
        fields={[
          { name: t('Roles'), mine: (mine) => mine.roles.join(', '), theirs: (theirs) => theirs.roles.join(', ') },
          {
            name: t('Permissions'),
            mine: (mine) => mine.permissions.join(', '),
            theirs: (theirs) => theirs.permissions.join(', '),
          },
        ]}
        onKeepMine={edit.keepMine}
        onTakeTheirs={edit.takeTheirs}
      />
    </form>
  );
}
