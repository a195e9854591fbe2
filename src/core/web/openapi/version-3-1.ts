import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  nullable?: boolean;
  type?: string | string[];
  enum?: unknown[];
  [other: string]: unknown;
}

/** Writes a document of OpenAPI 3.0 as one of 3.1, whose schemas are those of JSON Schema: null is a type among others. */
export function asVersion31(document: OpenAPIObject): OpenAPIObject {
  return { ...(converted(document) as OpenAPIObject), openapi: '3.1.0' };
}

function converted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converted);
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, converted(inner)]),
  ) as Schema;
  if (typeof nullable !== 'boolean') return nullable === undefined ? rest : { ...rest, nullable };
  return nullable ? orNull(rest) : rest;
}

function orNull({ type, ...rest }: Schema): Schema {
  if (type === undefined) return { anyOf: [rest, { type: 'null' }] };
  const values = rest.enum ? { enum: [...rest.enum, null] } : {};
  return { type: [type, 'null'].flat(), ...rest, ...values };
}
