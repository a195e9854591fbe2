import { byId, call, leave, nextPage, onSubmit } from './atrium.js';

onSubmit(byId('register'), async (fields) => {
  await call('POST', '/auth/register', fields);
  await call('POST', '/auth/browser/login', { email: fields.email, password: fields.password });
  await leave(nextPage());
});
