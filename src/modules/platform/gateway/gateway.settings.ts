import { defineSettings, parsed } from '../../../core/kernel/config';
import { GatewayUpstream, parseGatewayUpstreams } from './upstreams/gateway-upstreams';

/** Variables of the gateway. */
export const gatewaySettings = defineSettings<{ upstreams: readonly GatewayUpstream[] }>({
  upstreams: parsed(
    'GATEWAY_UPSTREAMS',
    {
      default: '',
      secret: true,
      doc: 'What /api/v1/gateway passes on to: a JSON list [{"name":"billing","targets":[{"url":"http://127.0.0.1:9001"}]}], or a file that holds it; see docs/gateway.md.',
    },
    parseGatewayUpstreams,
  ),
});
