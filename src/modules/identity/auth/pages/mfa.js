import { byId, call, callSignedIn, leave, nextPage, onClick, onSubmit } from './atrium.js';

const next = nextPage();

onSubmit(byId('mfa'), async ({ code }) => {
  try {
    await call('POST', '/auth/browser/mfa/verify', { code: code.trim() });
  } catch (error) {
    if (error.problem?.code === 'unauthenticated') return leave('/login');
    byId('code').value = '';
    throw error;
  }
  await leave(next);
});

onClick(byId('logout'), byId('mfa').querySelector('[role=alert]'), async () => {
  await call('POST', '/auth/logout');
  await leave('/login');
});

await callSignedIn('GET', '/auth/session');
