import { byId, call, onSubmit, say, t, takeParameter } from './atrium.js';

const token = takeParameter('token');
const path = takeParameter('purpose') === 'change' ? '/auth/email/change/confirm' : '/auth/email/verify';

// Only at a press: programs that look through mails open every link.
onSubmit(byId('verify'), async () => {
  await call('POST', path, { token });
  byId('verify').hidden = true;
  say(byId('done'), t('Thank you, the address is confirmed.'), 'good');
  byId('done').focus();
});
