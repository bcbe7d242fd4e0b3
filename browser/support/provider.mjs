// An OpenID provider that others made (the certified oidc-provider), on this machine: it shows that signing in is
// the standard, and not only what our own simulation makes of it.
import { generateKeyPairSync } from 'node:crypto';

/** What it takes at most to speak of its own shortcomings as a toy. */
const quietly = async (act) => {
  const { warn, info } = console;
  Object.assign(console, { warn() {}, info() {} });
  try { return await act(); } finally { Object.assign(console, { warn, info }); }
};

function signingKey(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

/** A provider with a fresh key at `port`, for one client that comes back to `returnTo`. */
export async function startProvider(port, client, returnTo, kid) {
  const issuer = `http://127.0.0.1:${port}`;
  const server = await quietly(async () => {
    const { default: Provider } = await import('oidc-provider');
    const provider = new Provider(issuer, {
      jwks: { keys: [signingKey(kid)] },
      clients: [{
        client_id: client, token_endpoint_auth_method: 'none', redirect_uris: [returnTo], response_types: ['code'],
        grant_types: ['authorization_code'],
      }],
      pkce: { required: () => true },
      cookies: { keys: [kid] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      claims: { openid: ['sub'], profile: ['name', 'birthdate'] },
      // Our program reads the id token alone, so the claims must be in it.
      conformIdTokenClaims: false,
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Karen ${id}`, birthdate: '1980-05-05' }) }),
    });
    return new Promise((started) => { const listening = provider.listen(port, '127.0.0.1', () => started(listening)); });
  });
  const stop = () => new Promise((stopped) => {
    server.close(stopped);
    server.closeAllConnections();
  });
  return { issuer, stop };
}
