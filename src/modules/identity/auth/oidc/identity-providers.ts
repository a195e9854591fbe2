import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { Breakers } from '../../../../core/outbound';
import { redirectUriOf } from './addresses';
import { IdentityProvider } from './identity-provider';
import { oidcSettings } from './oidc.settings';
import { IdentityProviderNotFound } from './oidc.errors';

/** The providers of OIDC_PROVIDERS. None is spoken to before somebody wants to log in through it. */
@Injectable()
export class IdentityProviders {
  private readonly providers: ReadonlyMap<string, IdentityProvider>;

  constructor(@Inject(CONFIG) config: Config, breakers: Breakers) {
    this.providers = new Map(
      settingsOf(config, oidcSettings).providers.map((one) => [
        one.name,
        new IdentityProvider(one, redirectUriOf(config.publicUrl, one.name), breakers.get(`oidc:${one.name}`)),
      ]),
    );
  }

  /** In the order of the configuration. */
  all(): IdentityProvider[] {
    return [...this.providers.values()];
  }

  /** @throws IdentityProviderNotFound */
  get(name: string): IdentityProvider {
    const provider = this.providers.get(name);
    if (!provider) throw new IdentityProviderNotFound();
    return provider;
  }
}
