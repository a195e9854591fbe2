import { Anchor, Button, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { addressOf } from '../api';
import { msg, useTranslation } from '../text/i18n';
import { Brand } from './brand';
import classes from './frame.module.css';

const DOORS = [
  { path: '/docs', title: msg('API documents'), about: msg('Every REST call, to read and to try.') },
  { path: '/graphql', title: msg('GraphQL'), about: msg('Write queries in the browser.') },
  { path: '/openapi.json', title: msg('OpenAPI'), about: msg('The REST API for machines.') },
  { path: '/api/v1/products?limit=5', title: msg('Products'), about: msg('The catalogue, as JSON.') },
  { path: '/health', title: msg('Health'), about: msg('How the application and its parts do.') },
  { path: '/metrics', title: msg('Metrics'), about: msg('Numbers for Prometheus.') },
];

/** The first screen of who is not signed in. */
export default function Welcome() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = 'Atrium';
  }, []);
  return (
    <div className={classes.bare}>
      <main className={`${classes.card} ${classes.wide}`}>
        <Stack gap="lg">
          <Brand />
          <div>
            <Title order={1}>{t('School, shop and office in one place')}</Title>
            <Text c="dimmed" mt={4}>
              {t('Classes and grades, orders and stock, files, chat and tasks, with one login.')}
            </Text>
          </div>
          <Group>
            <Button component={Link} to="/login" search={{ next: '/' } as never}>
              {t('Sign in')}
            </Button>
            <Button component={Link} to="/register" search={{ next: '/' } as never} variant="default">
              {t('Make an account')}
            </Button>
          </Group>
          <div>
            <Title order={2} mb="xs">
              {t('For programs')}
            </Title>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
              {DOORS.map(({ path, title, about }) => (
                <div key={path}>
                  <Anchor href={addressOf(path)} fw={600}>
                    {t(title)}
                  </Anchor>
                  <Text c="dimmed" fz="sm">
                    {t(about)}
                  </Text>
                </div>
              ))}
            </SimpleGrid>
            <Code block component="pre" mt="md" tabIndex={0}>
              {`curl -s '${addressOf('/api/v1/products?limit=3')}'`}
            </Code>
          </div>
        </Stack>
      </main>
    </div>
  );
}
