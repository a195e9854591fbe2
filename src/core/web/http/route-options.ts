import type { Type } from '@nestjs/common';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { ApiExtension } from '@nestjs/swagger';
import type { AppPasswordScope } from '../access/app-password-scopes';

export const WITHOUT_KEY_EXTENSION = 'x-without-key';

/** What a route says of itself to the edge, before any handler runs. */
export interface RouteOptionsConfig {
  /** The group of RATE_LIMITS it counts in, instead of the default. */
  rateGroup?: string;
  /** Never refused: for probes of a load balancer, which shares its address with every client behind it. */
  unlimited?: boolean;
  /** Reads a form of this DTO's fields and no JSON; every other route refuses forms. */
  form?: Type;
  /** Reads a body of this media type as it comes, by `@BodyStream()`; every other route refuses it. */
  stream?: StreamedType;
  /** Its handler takes the request as it comes, whatever its body is. */
  raw?: true;
  /** Reads a body of this media type, or the `file` of a form, whole, up to `WHOLE_BYTES`, by `@WholeBody()`. */
  whole?: WholeType;
  /** Can be repeated by means of its own: the interceptor of `Idempotency-Key` stays out of it. */
  idempotency?: false;
  /** Its path holds a secret: the log has the route in its place. */
  secretPath?: boolean;
  /** Reads bodies that are none of the API's; see `door-bodies.ts`. */
  takes?: Takes;
  /** The scope of the app passwords that count here, at a door that takes them. */
  appPassword?: AppPasswordScope;
  /** False where pages of other origins learn nothing, not even beforehand. */
  cors?: false;
  /** Largest body it reads, bytes, instead of BODY_LIMIT. */
  bodyLimitBytes?: number;
}

/** A body as a door takes it. */
export interface Takes {
  readonly as: 'text' | 'bytes' | 'stream';
  /** Its media types; null for any. */
  readonly types: readonly string[] | null;
  /** What is larger is 413. */
  readonly limitBytes: number;
}

export const FORM_DATA = 'multipart/form-data';
/** What may be read as it comes. */
export const STREAMED_TYPES = [FORM_DATA, 'application/offset+octet-stream'] as const;
export type StreamedType = (typeof STREAMED_TYPES)[number];

/** What a handler says of itself. */
export function routeOptionsOf(handler: object): RouteOptionsConfig {
  return (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as RouteOptionsConfig | undefined) ?? {};
}

/** What may be read whole as bytes. */
export type WholeType = 'text/csv';
export const WHOLE_TYPES: readonly WholeType[] = ['text/csv'];
/** The form's field of such a file. */
export const WHOLE_FIELD = 'file';
/** The most that is held of such a body, 16 MiB. */
export const WHOLE_BYTES = 16_777_216;

/** Tells the edge about a route; several of them add up. */
export function RouteOptions(config: RouteOptionsConfig): MethodDecorator {
  return (_target, _key, descriptor) => {
    const handler = descriptor.value as unknown as object;
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...routeOptionsOf(handler), ...config }, handler);
    if (config.idempotency === false) ApiExtension(WITHOUT_KEY_EXTENSION, true)(_target, _key, descriptor);
  };
}
