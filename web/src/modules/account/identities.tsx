import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok } from '../../shell/api';
import { say, sayProblem, Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';

const path = '/api/v1/auth/identities';

/** Accounts elsewhere by which this one is signed in to. */
export function Identities() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const providers = useQuery(get('/api/v1/auth/oauth'));
  const identities = useQuery(get(path));
  const offered = providers.data?.items ?? [];
  const own = identities.data?.items ?? [];
  if (offered.length + own.length === 0) return null;
  const labelOf = (provider: string): string => offered.find(({ name }) => name === provider)?.label ?? provider;
  const remove = async (id: string): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/auth/identities/{id}', { params: { path: { id } } }));
      say(t('It is removed.'));
    } catch (error) {
      sayProblem(error);
    }
    await queries.invalidateQueries({ queryKey: [path] });
  };
  const link = async (provider: string): Promise<void> => {
    try {
      const { url } = await ok(api.POST('/api/v1/auth/oauth/{provider}/link', { params: { path: { provider } } }));
      if (/^https?:/.test(url)) window.location.assign(url);
    } catch (error) {
      sayProblem(error);
    }
  };
  return (
    <Section title={t('Other ways to sign in')}>
      <Stack component="ul" gap="xs" p={0} m={0} mb="sm">
        {own.map(({ id, provider, email }) => (
          <Group key={id} component="li" justify="space-between" style={{ listStyle: 'none' }}>
            <div>
              <Text>{labelOf(provider)}</Text>
              <Text fz="xs" c="dimmed" className="breaks">
                {email}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void remove(id)}
              aria-label={t('Remove {{label}}', { label: labelOf(provider) })}
            >
              {t('Remove')}
            </Button>
          </Group>
        ))}
      </Stack>
      <Group gap="xs">
        {offered
          .filter(({ name }) => !own.some(({ provider }) => provider === name))
          .map(({ name, label }) => (
            <Button key={name} variant="default" onClick={() => void link(name)}>
              {t('Link {{label}}', { label })}
            </Button>
          ))}
      </Group>
    </Section>
  );
}
