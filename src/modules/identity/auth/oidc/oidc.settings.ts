import { ConfigError, defineSettings, parsed } from '../../../../core/kernel/config';
import { isPlainHttp, OidcProviderConfig, parseOidcProviders } from './oidc-providers';

/** Variables of single sign-on. */
export const oidcSettings = defineSettings<{ providers: readonly OidcProviderConfig[] }>(
  {
    providers: parsed(
      'OIDC_PROVIDERS',
      {
        default: '',
        secret: true,
        doc: 'Providers to log in through, a JSON list: [{"name":"google","client_id":"…","client_secret":"…"}]; others also need "issuer".',
      },
      parseOidcProviders,
    ),
  },
  ({ providers }, { env }) => {
    if (env === 'production' && providers.some(isPlainHttp)) {
      throw new ConfigError('OIDC_PROVIDERS must have https issuers alone');
    }
  },
);
