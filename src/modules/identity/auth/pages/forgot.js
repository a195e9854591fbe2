import { byId, call, onSubmit, say, t } from './atrium.js';

onSubmit(byId('forgot'), async ({ email }) => {
  await call('POST', '/auth/password/forgot', { email });
  byId('forgot').hidden = true;
  say(
    byId('done'),
    t('If there is an account with this address, a link is on its way. It is good for half an hour.'),
    'good',
  );
  byId('done').focus();
});
