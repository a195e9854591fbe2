import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/**
 * A real OpenID Connect provider on loopback, for the tests and for trying it out by hand:
 *   node test/support/oidc/provider.mjs [port] [redirect_uri]
 * It knows one client, `atrium` with the secret `atrium-secret`, and lets in whoever it is told: the login is the subject,
 * `<login>@example.com` the address. `unverified-…` has an address that is not verified, `mute-…` has none; `texts-…` says
 * "true" as text, `parts-…` has its name in two parts, `spread-…` the address in the ID token and the rest at userinfo,
 * `unseen-…` a name of signs that nobody sees.
 */
const HOST = '127.0.0.1';
const [port = '0', redirectUri = 'http://localhost:8000/api/v1/auth/oauth/school/callback'] = process.argv.slice(2);

const server = createServer();
await new Promise((resolve) => server.listen(Number(port), HOST, resolve));
const issuer = `http://${HOST}:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'atrium', client_secret: 'atrium-secret', redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
  cookies: { keys: ['only for trying things out'] },
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({ accountId: id, claims: (use) => claimsOf(id, use) }),
});

server.on('request', provider.callback());
console.log(issuer);

function claimsOf(login, use) {
  const [kind] = login.split('-');
  const all = {
    name: login.replaceAll('-', ' '),
    email: `${login}@example.com`,
    email_verified: kind !== 'unverified',
  };
  if (kind === 'spread') {
    return use === 'id_token' ? { sub: login, email: all.email } : { sub: login, name: all.name, email_verified: true };
  }
  if (use === 'id_token') return { sub: login };
  if (kind === 'mute') return { sub: login, name: all.name };
  if (kind === 'texts') return { sub: login, ...all, email_verified: 'true' };
  if (kind === 'parts')
    return { sub: login, ...all, name: undefined, given_name: ' Ann\u202e', family_name: 'de\nWit' };
  if (kind === 'unseen') return { sub: login, ...all, name: '\u200b' };
  return { sub: login, ...all };
}
