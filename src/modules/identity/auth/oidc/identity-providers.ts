import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Breakers } from '../../../../core/outbound';
import { redirectUriOf } from './addresses';
import { IdentityProvider } from './identity-provider';
import { IdentityProviderNotFound } from './oidc.errors';

/** The providers of OIDC_PROVIDERS. None is spoken to before somebody wants to log in through it. */
@Injectable()
export class IdentityProviders {
  private readonly providers: ReadonlyMap<string, IdentityProvider>;

  constructor(@Inject(CONFIG) { oidcProviders, publicUrl }: Config, breakers: Breakers) {
    this.providers = new Map(
      oidcProviders.map((one) => [
        one.name,
        new IdentityProvider(one, redirectUriOf(publicUrl, one.name), breakers.get(`oidc:${one.name}`)),
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
