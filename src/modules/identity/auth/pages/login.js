import { apiAddress, byId, call, leave, make, nextPage, onSubmit, say, t, takeParameter } from './atrium.js';

const REASONS = {
  inactive_user: t('This account is deactivated.'),
  account_exists: t(
    'There is an account with this address already: sign in by its password, then link the other one under “Your account”.',
  ),
  email_not_verified_by_provider: t('The other side has not verified your address, so it does not count here.'),
  identity_provider_unavailable: t('The other side does not answer just now. Please try again later.'),
  email_domain_not_allowed: t('Addresses of this domain cannot register here.'),
  invalid_login_state: t('That took too long, or was begun in another browser. Please begin again.'),
  login_cancelled: t('You have not signed in: the other side says that you went away.'),
};
const GOOD = { reset: t('Your new password is kept. Sign in with it.') };

const notice = byId('notice');
const error = takeParameter('error');
const good = GOOD[takeParameter('done')];
if (good) say(notice, good, 'good');
if (error) say(notice, REASONS[error] ?? t('Signing in there did not work. Please try again.'), 'error');
const next = nextPage();
byId('register').href += location.search;

onSubmit(byId('login'), async ({ email: name, password }) => {
  const input = name.includes('@') ? { email: name, password } : { username: name, password };
  const { requires_mfa: requiresMfa } = await call('POST', '/auth/browser/login', input);
  await leave(requiresMfa ? `/mfa?next=${encodeURIComponent(next)}` : next);
});

const providers = await call('GET', '/auth/oauth').catch(() => null);
if (providers?.items.length) {
  byId('provider-links').append(
    ...providers.items.map(({ name, label }) =>
      make('a', {
        className: 'button quiet',
        href: apiAddress(`/auth/oauth/${name}?next=${encodeURIComponent(next)}`),
        textContent: t('Sign in with {label}', { label }),
      }),
    ),
  );
  byId('providers').hidden = false;
}
