/** Who somebody is to a provider, as it has just vouched for. */
export interface Identity {
  readonly issuer: string;
  /** Never used again by this issuer for somebody else. */
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider says so itself; an address without is anybody's claim. */
  readonly emailVerified: boolean;
  readonly fullName: string | null;
}

/** What ties the answer of a provider to the login that was begun. */
export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** The query that a browser brings back from a provider, as Fastify reads it. */
export type ProviderAnswer = Readonly<Record<string, string | readonly string[] | undefined>>;
