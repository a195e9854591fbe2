import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/**
 * A real OpenID Connect provider on loopback, for the tests and for trying it out by hand:
 *   node test/support/oidc/provider.mjs [port] [redirect_uri]
 * It knows one client, `atrium` with the secret `atrium-secret`, and lets in whoever it is told: the login is the subject,
 * `<login>@example.com` the address. `unverified-…` has an address that is not verified, `mute-…` has none.
 */
const HOST = '127.0.0.1';
const [port = '0', redirectUri = 'http://localhost:8000/api/v1/auth/oauth/school/callback'] = process.argv.slice(2);

const server = createServer();
await new Promise((resolve) => server.listen(Number(port), HOST, resolve));
const issuer = `http://${HOST}:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'atrium', client_secret: 'atrium-secret', redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['only for trying things out'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
});

server.on('request', provider.callback());
console.log(issuer);

function claimsOf(login) {
  const name = login.replaceAll('-', ' ');
  if (login.startsWith('mute-')) return { sub: login, name };
  return { sub: login, name, email: `${login}@example.com`, email_verified: !login.startsWith('unverified-') };
}
