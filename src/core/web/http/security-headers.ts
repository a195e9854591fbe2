import type { Config } from '../../kernel/config';

const HSTS_S = 31_536_000;

/** Headers of every answer. Pages that need scripts or styles say so with a policy of their own. */
export function securityHeaders(config: Config): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-store',
    ...(config.publicUrl.startsWith('https:') && {
      'strict-transport-security': `max-age=${HSTS_S}; includeSubDomains`,
    }),
  };
}

const policy = (style: string, base: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data:; font-src 'self' data:; ` +
  `connect-src 'self'; frame-ancestors 'none'; base-uri ${base}; form-action 'self'`;

/** The policy of a page that is made of the application's own files only. */
export const PAGE_POLICY = policy("'self'", "'self'");
/** The same for Swagger UI and GraphiQL, which write styles into their elements. */
export const TOOL_POLICY = policy("'self' 'unsafe-inline'", "'none'");
