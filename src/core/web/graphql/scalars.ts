import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

/** An instant, ISO 8601 in UTC with `Z`. Input is checked by the DTO's field. */
export const DateTimeScalar = new GraphQLScalarType<unknown, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 in UTC: 2026-01-31T12:00:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: (value) => value,
  parseLiteral: (node) => valueFromASTUntyped(node),
});

/** Any JSON value; only answered. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
});

/** An exact decimal amount: a string, or a number as input. */
export const DecimalScalar = new GraphQLScalarType<unknown, string>({
  name: 'Decimal',
  description: 'An exact decimal amount as a string: "999.99". Input may be a number.',
  serialize: String,
  parseValue: (value) => value,
  // The literal's own digits, before any float could round them.
  parseLiteral: (node) => (node.kind === Kind.FLOAT || node.kind === Kind.INT ? node.value : valueFromASTUntyped(node)),
});
