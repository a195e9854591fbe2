import { byId, call, leave, nextPage, onSubmit } from './atrium.js';

/** Of this browser, where it knows one that has a place. */
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const reader = {
  locale: document.documentElement.lang,
  ...(/^[A-Z]\w+\//.test(timeZone) && timeZone !== 'Etc/Unknown' && { time_zone: timeZone }),
};

onSubmit(byId('register'), async (fields) => {
  await call('POST', '/auth/register', { ...fields, ...reader });
  await call('POST', '/auth/browser/login', { email: fields.email, password: fields.password });
  await leave(nextPage());
});
