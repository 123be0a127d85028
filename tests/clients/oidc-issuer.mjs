// A real OpenID Connect issuer, so that signing in at an issuer's page is tried with one that was not made to please us.
// node oidc-issuer.mjs <port> <address of the system>; whoever signs in as "role@unit" is given that role and unit.
import Provider from 'oidc-provider';

const [port, system] = process.argv.slice(2);
const audience = 'urn:edu-analytics';

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'edu-dashboard',
      token_endpoint_auth_method: 'none',
      redirect_uris: [`${system}/session/issuer/back`],
      post_logout_redirect_uris: [`${system}/session/issuer/ended`],
    },
  ],
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  extraTokenClaims: (_, token) => {
    const [role, unit] = token.accountId.split('@');
    return { edu_role: role, edu_unit: unit, preferred_username: token.accountId };
  },
  features: {
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: 'openid profile', audience, accessTokenFormat: 'jwt', accessTokenTTL: 600 }),
    },
  },
});

const server = provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
process.stdin.resume();
process.stdin.on('end', () => server.close(() => process.exit()));
