import { defineError } from '../../../core/kernel/errors';

export const UpstreamNotFound = defineError('upstream_not_found', 404, 'There is no such service behind the gateway.');
export const BadGateway = defineError(
  'bad_gateway',
  502,
  'The service behind the gateway did not answer as it should.',
);
export const GatewayTimeout = defineError(
  'gateway_timeout',
  504,
  'The service behind the gateway did not answer in time.',
);
export const UpstreamUnavailable = defineError<{ retryAfterS: number }>(
  'upstream_unavailable',
  503,
  () => 'The service behind the gateway is set aside for a while.',
);
