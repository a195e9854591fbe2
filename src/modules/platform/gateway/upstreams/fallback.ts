import type { FastifyReply } from 'fastify';
import type { GatewayFallback } from './gateway-upstreams';

/** Answers in the place of an upstream that cannot, as the configuration says; marked, so that nobody takes it for theirs. */
export function answerFallback(reply: FastifyReply, fallback: Exclude<GatewayFallback, { upstream: string }>): void {
  const { status, headers = {}, body } = fallback;
  const isText = typeof body === 'string';
  void reply
    .code(status)
    .headers({ 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' })
    .headers(headers)
    .header('x-atrium-fallback', 'true')
    .send(body === undefined ? '' : isText ? body : JSON.stringify(body));
}
