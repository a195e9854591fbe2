import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get, type components } from '../../shell/api';
import { ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { kindOf } from '../../shell/modules';
import { msg, useFormat, useTranslation } from '../../shell/text';

type Entry = components['schemas']['ActivityEntry'];

/** What was done, by its word. */
const SENTENCES: Record<string, string> = {
  created: msg('{{name}} made “{{title}}”'),
  changed: msg('{{name}} changed “{{title}}”'),
  moved: msg('{{name}} moved “{{title}}”'),
  shared: msg('{{name}} shared “{{title}}”'),
  unshared: msg('{{name}} stopped sharing “{{title}}”'),
  trashed: msg('{{name}} threw “{{title}}” away'),
  restored: msg('{{name}} brought “{{title}}” back'),
  commented: msg('{{name}} commented on “{{title}}”'),
};
const OTHER = msg('{{name}} did something with “{{title}}”');

/** What was lately done to what the caller may see. */
export default function HomeActivity() {
  const { t } = useTranslation();
  const entries = useQuery(get('/api/v1/activity', { params: { query: { limit: 8 } } }));
  return (
    <Section title={t('What happened lately')}>
      {entries.isPending && <RowsSkeleton rows={4} />}
      {entries.isError && <ProblemAlert error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data?.items.length === 0 && (
        <Text c="dimmed">{t('As soon as you or others work on files and folders, it stands here.')}</Text>
      )}
      <Stack gap={6} component="ul" p={0} m={0}>
        {entries.data?.items.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </Stack>
    </Section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = kindOf(entry.resource_type);
  const name = entry.actor_name ?? t('Somebody');
  const sentence = t(SENTENCES[entry.act] ?? OTHER, { name, title: entry.title });
  return (
    <li style={{ listStyle: 'none' }}>
      <Text className="breaks" component="span">
        {kind ? <Link to={kind.path(entry.resource_id)}>{sentence}</Link> : sentence}
      </Text>{' '}
      <Text component="span" c="dimmed" fz="sm">
        {format.ago(entry.created_at)}
      </Text>
    </li>
  );
}
