import { byId, call, leave, onSubmit, takeParameter } from './atrium.js';

const token = takeParameter('token');

onSubmit(byId('reset'), async ({ password }) => {
  await call('POST', '/auth/password/reset', { token, password });
  await leave('/login?done=reset');
});
