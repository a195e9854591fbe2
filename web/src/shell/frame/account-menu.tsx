import { Menu, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ok } from '../api';
import { sayProblem } from '../kit/toast';
import { useSignOut } from '../session/go';
import { useMe, useTakeMe } from '../session/me';
import { LOCALES, useTranslation, type Locale } from '../text/i18n';
import { AccountButton } from './account-button';

const NAMES: Record<Locale, string> = { en: 'English', es: 'Español' };

/** Who is here, how it looks to them, and the way out. */
export default function AccountMenu({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const takeMe = useTakeMe();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const language = useMutation({
    mutationFn: (locale: Locale) => ok(api.PATCH('/api/v1/users/me', { body: { locale } })),
    onSuccess: takeMe,
    onError: sayProblem,
  });
  return (
    <Menu position="bottom-end" width={240} withinPortal opened onClose={onClose}>
      <Menu.Target>
        <AccountButton onOpen={onClose} />
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt={6} fw={600} className="cut">
          {me.full_name}
        </Text>
        <Text px="sm" pb={6} fz="xs" c="dimmed" className="cut">
          {me.email}
        </Text>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
          {t('Your account')}
        </Menu.Item>
        <Menu.Divider />
        <Text px="sm" pt={4} fz="xs" c="dimmed" id="appearance">
          {t('Appearance')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          my={4}
          aria-labelledby="appearance"
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
          data={[
            { value: 'light', label: t('Light') },
            { value: 'dark', label: t('Dark') },
            { value: 'auto', label: t('System') },
          ]}
        />
        <Text px="sm" pt={4} fz="xs" c="dimmed" id="language">
          {t('Language')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          my={4}
          aria-labelledby="language"
          value={i18n.language}
          onChange={(value) => language.mutate(value as Locale)}
          data={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
