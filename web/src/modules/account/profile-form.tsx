import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok, versioned, type Versioned } from '../../shell/api';
import { ConflictDialog, FormStatus, useEdit, useSubmit } from '../../shell/form';
import { RowsSkeleton, say, Section } from '../../shell/kit';
import { useTakeMe, type Me } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';

interface Profile {
  readonly full_name: string;
  readonly username: string;
}

const read = (): Promise<Versioned<Me>> => versioned(api.GET('/api/v1/users/me'));
const queryKey = ['/api/v1/users/me', 'version'];

/** The name and the username. Another window may have changed them meanwhile. */
export function ProfileForm() {
  const { t } = useTranslation();
  const version = useQuery({ queryKey, queryFn: read, staleTime: Infinity });
  return (
    <Section title={t('Profile')}>
      {version.data ? <Fields key={version.data.etag} version={version.data} /> : <RowsSkeleton rows={3} />}
    </Section>
  );
}

function Fields({ version }: { version: Versioned<Me> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const takeMe = useTakeMe();
  const { full_name, username } = version.value;
  const form = useForm<Profile>({ initialValues: { full_name, username: username ?? '' } });
  const edit = useEdit<Me, Profile>(version, {
    read,
    write: async (values, headers) => {
      const body = { full_name: values.full_name, ...(values.username && { username: values.username }) };
      await takeMe(await ok(api.PATCH('/api/v1/users/me', { body, headers })));
    },
    onTheirs: (theirs) => {
      queries.setQueryData(queryKey, theirs);
      void takeMe(theirs.value);
    },
    onSaved: () => {
      say(t('Your profile is kept.'));
      void queries.invalidateQueries({ queryKey });
    },
  });
  const { submit, busy, error } = useSubmit(edit.save, { fields: form });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput
          label={t('Full name')}
          autoComplete="name"
          maxLength={200}
          required
          withAsterisk={false}
          {...form.getInputProps('full_name')}
        />
        <TextInput
          label={t('Username')}
          description={t('Letters and digits. Others find you by it.')}
          autoComplete="off"
          maxLength={50}
          {...form.getInputProps('username')}
        />
        <FormStatus error={error} values={form.values} />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {t('Keep the profile')}
          </Button>
        </div>
      </Stack>
      <ConflictDialog
        conflict={edit.conflict}
        fields={[
          { name: t('Full name'), mine: (mine) => mine.full_name, theirs: (theirs) => theirs.full_name },
          { name: t('Username'), mine: (mine) => mine.username, theirs: (theirs) => theirs.username },
        ]}
        onKeepMine={edit.keepMine}
        onTakeTheirs={edit.takeTheirs}
      />
    </form>
  );
}
