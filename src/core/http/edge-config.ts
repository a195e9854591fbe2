import type { Type } from '@nestjs/common';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';

/** What a route says of itself to the edge, before any handler runs. */
export interface EdgeConfig {
  /** The group of RATE_LIMITS it counts in, instead of the default. */
  rateGroup?: string;
  /** Never refused: what a load balancer asks, which shares its address with every client behind it. */
  unlimited?: boolean;
  /** Reads a form of this DTO's fields and no JSON; every other route refuses forms. */
  form?: Type;
  /** Reads a body of this media type whole, up to `WHOLE_BYTES`, by `@WholeBody()`; every other route refuses it. */
  whole?: WholeType;
}

/** What may be read whole as bytes. */
export type WholeType = 'text/csv';
export const WHOLE_TYPES: readonly WholeType[] = ['text/csv'];
/** The most that is held of such a body, 16 MiB. */
export const WHOLE_BYTES = 16_777_216;

/** Tells the edge about a route; several of them add up. */
export function Edge(config: EdgeConfig): MethodDecorator {
  return (_target, _key, descriptor) => {
    const handler = descriptor.value as unknown as object;
    const known = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as EdgeConfig | undefined;
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...known, ...config }, handler);
  };
}
