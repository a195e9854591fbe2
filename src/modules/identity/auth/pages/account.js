import {
  addressOf,
  byId,
  callSignedIn,
  inWords,
  leave,
  leaveTo,
  make,
  messageOf,
  onClick,
  onSubmit,
  say,
  t,
  takeParameter,
} from './atrium.js';

const REASONS = {
  identity_taken: t('That account belongs to somebody else here already.'),
  provider_already_linked: t('There is another account of that kind here: remove that one first.'),
  identity_provider_unavailable: t('The other side does not answer just now. Please try again later.'),
};
const status = byId('status');
const error = takeParameter('error');
if (error) say(status, REASONS[error] ?? t('Linking the other account did not work.'), 'error');

const me = await callSignedIn('GET', '/users/me');
byId('hello').textContent = me.full_name;
byId('who').textContent = [me.username, me.roles.join(', ')].filter(Boolean).join(' · ');
byId('email-state').textContent = `${me.email} (${me.email_verified ? t('confirmed') : t('not confirmed yet')})`;

/** What browsers and programs call themselves, short. */
function deviceName(userAgent) {
  if (!userAgent) return t('Unknown device');
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/[\d.]+/.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1];
  if (!browser) return userAgent.split(' ')[0];
  const name = { Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser;
  return system ? t('{name} on {system}', { name, system: system === 'Mac OS X' ? t('a Mac') : system }) : name;
}

async function showSessions() {
  const { items } = await callSignedIn('GET', '/auth/sessions?limit=100');
  byId('sessions').replaceChildren(
    ...items.map((session) => {
      const name = deviceName(session.device);
      const about = make(
        'div',
        { className: 'about' },
        session.current ? t('{name} (here)', { name }) : name,
        make('span', {
          textContent: t('{address}, used {when}', {
            address: session.address ?? t('unknown address'),
            when: inWords(session.last_used_at),
          }),
        }),
      );
      if (session.current) return make('li', {}, about);
      const end = make('button', {
        className: 'quiet',
        textContent: t('End'),
        ariaLabel: t('End the session of {name}', { name }),
      });
      onClick(end, status, async () => {
        await callSignedIn('DELETE', `/auth/sessions/${session.id}`);
        await showSessions();
        say(status, t('That session has ended.'), 'good');
      });
      return make('li', {}, about, end);
    }),
  );
}

onClick(byId('logout'), status, async () => {
  await callSignedIn('POST', '/auth/logout');
  await leave('/login');
});
onClick(byId('logout-all'), status, async () => {
  await callSignedIn('POST', '/auth/logout-all');
  await leave('/login');
});

function showFactor(isOn) {
  byId('mfa-state').textContent = isOn
    ? t('On: signing in asks for the code of your authenticator app.')
    : t('Off: whoever has your password can sign in.');
  if (!isOn) {
    byId('mfa-buttons').replaceChildren(
      make('a', { className: 'button', href: addressOf('/mfa/setup'), textContent: t('Set it up') }),
    );
    return;
  }
  const renew = make('button', { className: 'quiet', textContent: t('New recovery codes') });
  onClick(renew, status, async () => {
    const { recovery_codes: codes } = await callSignedIn('POST', '/auth/mfa/recovery-codes');
    byId('code-list').replaceChildren(...codes.map((one) => make('li', { textContent: one })));
    byId('code-list').hidden = false;
    say(status, t('These are your recovery codes now; the old ones are void. They are shown only here.'), 'good');
  });
  const off = make('button', { className: 'quiet', textContent: t('Switch it off') });
  off.addEventListener('click', () => {
    byId('disable').hidden = false;
    byId('disable-code').focus();
  });
  byId('mfa-buttons').replaceChildren(renew, off);
}

onSubmit(byId('disable'), async ({ code }) => {
  await callSignedIn('POST', '/auth/mfa/disable', { code });
  await leave('/login');
});

onSubmit(byId('change'), async ({ current_password, password }) => {
  await callSignedIn('POST', '/auth/password/change', { current_password, password });
  byId('change').reset();
  await showSessions();
  say(status, t('Your password is changed; your other sessions have ended.'), 'good');
});

onSubmit(byId('email'), async ({ email }) => {
  await callSignedIn('POST', '/auth/email/change', { email });
  byId('email').reset();
  say(status, t('A link is on its way to the new address. The change counts once you have opened it.'), 'good');
});

byId('locale').value = me.locale;
byId('time_zone').value = me.time_zone;
byId('zones').append(...['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => make('option', { value })));
onSubmit(byId('reader'), async (fields) => {
  await callSignedIn('PATCH', '/users/me', fields);
  location.reload();
});

async function showIdentities() {
  const { items: providers } = await callSignedIn('GET', '/auth/oauth');
  const { items: identities } = await callSignedIn('GET', '/auth/identities');
  byId('identities-section').hidden = providers.length + identities.length === 0;
  const labels = Object.fromEntries(providers.map(({ name, label }) => [name, label]));
  byId('identities').replaceChildren(
    ...identities.map((identity) => {
      const label = labels[identity.provider] ?? identity.provider;
      const remove = make('button', {
        className: 'quiet',
        textContent: t('Remove'),
        ariaLabel: t('Remove {label}', { label }),
      });
      onClick(remove, status, async () => {
        await callSignedIn('DELETE', `/auth/identities/${identity.id}`);
        await showIdentities();
      });
      return make(
        'li',
        {},
        make('div', { className: 'about' }, label, make('span', { textContent: identity.email ?? '' })),
        remove,
      );
    }),
  );
  const linked = new Set(identities.map(({ provider }) => provider));
  byId('link-buttons').replaceChildren(
    ...providers
      .filter(({ name }) => !linked.has(name))
      .map(({ name, label }) => {
        const link = make('button', { className: 'quiet', textContent: t('Link {label}', { label }) });
        onClick(link, status, async () => {
          const { url } = await callSignedIn('POST', `/auth/oauth/${name}/link`);
          await leaveTo(url);
        });
        return link;
      }),
  );
}

const { session } = await callSignedIn('POST', '/auth/validate');
showFactor(session.mfa_verified);
await showSessions();
await showIdentities().catch((problem) => say(status, messageOf(problem), 'error'));
