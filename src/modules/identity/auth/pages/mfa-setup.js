import { addressOf, byId, call, callSignedIn, leave, make, nextPage, onClick, onSubmit } from './atrium.js';

byId('continue').href = addressOf(nextPage());

onClick(byId('begin'), byId('start-status'), async () => {
  const { secret, qr_code: qrCode } = await callSignedIn('POST', '/auth/mfa/enroll');
  byId('qr').src = qrCode;
  byId('secret').textContent = secret.match(/.{1,4}/g).join(' ');
  show('scan');
});

onSubmit(byId('enable'), async ({ code }) => {
  const { recovery_codes: codes } = await callSignedIn('POST', '/auth/browser/mfa/enable', { code });
  byId('code-list').append(...codes.map((one) => make('li', { textContent: one })));
  show('codes');
});

byId('print').addEventListener('click', () => print());

onClick(byId('logout'), byId('start-status'), async () => {
  await call('POST', '/auth/logout');
  await leave('/login');
});

function show(step) {
  for (const one of ['start', 'scan', 'codes']) byId(one).hidden = one !== step;
  byId(`${step}-title`).focus();
}

await callSignedIn('GET', '/auth/session');
