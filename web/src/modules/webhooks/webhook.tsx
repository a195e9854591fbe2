import { Alert, Button, Group, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok, versioned, type components, type Versioned } from '../../shell/api';
import { ConflictDialog, FormStatus, useEdit, useSubmit } from '../../shell/form';
import {
  Confirm,
  CopyLine,
  onDemand,
  Page,
  ProblemAlert,
  say,
  sayProblem,
  ScreenSkeleton,
  Section,
} from '../../shell/kit';
import { useGo } from '../../shell/session/go';
import { useTranslation } from '../../shell/text';
import { DELIVERIES } from './paths';

const Deliveries = onDemand(async () => (await import('./deliveries')).Deliveries);

type Webhook = components['schemas']['Webhook'];
const path = '/api/v1/webhooks/{id}';

/** One webhook: what it hears, whether it is on, and what became of its deliveries. */
export default function WebhookScreen() {
  const { t } = useTranslation();
  const { id }: { id: string } = useParams({ strict: false });
  const read = (): Promise<Versioned<Webhook>> => versioned(api.GET(path, { params: { path: { id } } }));
  const found = useQuery({ queryKey: [path, id], queryFn: read });
  const above = [{ title: t('Webhooks'), to: '/webhooks' }];
  if (found.isPending) return <ScreenSkeleton />;
  if (found.isError) {
    return (
      <Page title={t('Webhook')} above={above}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={found.data.value.url} above={above}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Section title={t('What it hears')}>
          <Edit key={found.data.etag} version={found.data} read={read} />
        </Section>
        <State webhook={found.data.value} />
      </SimpleGrid>
      <Section title={t('Deliveries')}>
        <Deliveries id={id} />
      </Section>
    </Page>
  );
}

interface Fields {
  readonly url: string;
  readonly events: string[];
}

function Edit({ version, read }: { version: Versioned<Webhook>; read: () => Promise<Versioned<Webhook>> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id, url, events } = version.value;
  const form = useForm<Fields>({ initialValues: { url, events } });
  const edit = useEdit<Webhook, Fields>(version, {
    read,
    write: (body, headers) => ok(api.PATCH(path, { params: { path: { id } }, body, headers })),
    onTheirs: (theirs) => queries.setQueryData([path, id], theirs),
    onSaved: () => {
      say(t('The webhook is kept.'));
      void queries.invalidateQueries({ queryKey: [path, id] });
    },
  });
  const { submit, busy, error } = useSubmit(edit.save, { fields: form });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput
          label={t('Address')}
          type="url"
          maxLength={2000}
          required
          withAsterisk={false}
          {...form.getInputProps('url')}
        />
        <TagsInput label={t('Events')} {...form.getInputProps('events')} />
        <FormStatus error={error} values={form.values} />
        <div>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('Keep the webhook')}
          </Button>
        </div>
      </Stack>
      <ConflictDialog
        conflict={edit.conflict}
        fields={[
          { name: t('Address'), mine: (mine) => mine.url, theirs: (theirs) => theirs.url },
          { name: t('Events'), mine: (mine) => mine.events.join(', '), theirs: (theirs) => theirs.events.join(', ') },
        ]}
        onKeepMine={edit.keepMine}
        onTakeTheirs={edit.takeTheirs}
      />
    </form>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const go = useGo();
  const [secret, setSecret] = useState<string | null>(null);
  const [removing, { open, close }] = useDisclosure();
  const params = { path: { id: webhook.id } };
  const reasons = {
    switched_off: t('It is switched off.'),
    gone: t('The other side has said that the address is gone.'),
    failing: t('It has failed for so long that it was switched off.'),
  };
  const run = async (work: () => Promise<string>): Promise<void> => {
    try {
      say(await work());
    } catch (error) {
      sayProblem(error);
    }
    await queries.invalidateQueries({ queryKey: [path, webhook.id] });
    await queries.invalidateQueries({ queryKey: [DELIVERIES] });
  };
  const set = (isActive: boolean): Promise<void> =>
    run(async () => {
      await ok(api.PATCH(path, { params, body: { is_active: isActive } }));
      return isActive ? t('It is on. What waited for it is sent.') : t('It is switched off. What happens waits.');
    });
  const test = (): Promise<void> =>
    run(async () => {
      await ok(api.POST('/api/v1/webhooks/{id}/test', { params }));
      return t('A test is on its way.');
    });
  const rotate = (): Promise<void> =>
    run(async () => {
      const renewed = await ok(api.POST('/api/v1/webhooks/{id}/rotate', { params }));
      setSecret(renewed.secret);
      return t('There is a new secret; the old one counts for a while.');
    });
  const remove = async (): Promise<void> => {
    await ok(api.DELETE(path, { params }));
    await queries.invalidateQueries({ queryKey: ['/api/v1/webhooks'] });
    await go('/webhooks');
  };
  return (
    <Section title={t('State')}>
      <Stack>
        {!webhook.is_active && webhook.disabled_reason && (
          <Alert color="yellow">{reasons[webhook.disabled_reason]}</Alert>
        )}
        {secret !== null && <CopyLine value={secret} label={t('Secret')} />}
        <Group gap="xs">
          <Button variant="default" onClick={() => void set(!webhook.is_active)}>
            {webhook.is_active ? t('Switch it off') : t('Switch it on')}
          </Button>
          <Button variant="default" onClick={() => void test()}>
            {t('Send a test')}
          </Button>
          <Button variant="default" onClick={() => void rotate()}>
            {t('New secret')}
          </Button>
          <Button variant="subtle" color="red" onClick={open}>
            {t('Delete…')}
          </Button>
        </Group>
      </Stack>
      <Confirm
        opened={removing}
        onClose={close}
        title={t('Delete this webhook?')}
        action={t('Delete')}
        onConfirm={remove}
      >
        {t('It cannot be brought back.')}
      </Confirm>
    </Section>
  );
}
