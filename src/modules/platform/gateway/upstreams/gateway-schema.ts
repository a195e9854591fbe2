const MINUTES_MS = 60_000;

const ms = (fallback: number, max: number, min = 1) => ({
  type: 'integer',
  minimum: min,
  maximum: max,
  default: fallback,
});
const whole = (fallback: number, min: number, max: number) => ({
  type: 'integer',
  minimum: min,
  maximum: max,
  default: fallback,
});
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const NAME = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,40}$' };
const ACCESS = { type: 'string', pattern: '^[a-z][a-z_]{1,60}$' };
const LIMIT = { type: 'string', pattern: '^[1-9][0-9]{0,8}/(second|minute|hour|day)$' };
const PATH = { type: 'string', pattern: '^/[!-~]{0,500}$' };
const HEADERS = {
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z0-9-]{1,100}$' },
  additionalProperties: { type: 'string', pattern: '^[\\t -~]{0,4000}$' },
};
const METHOD = { type: 'string', pattern: '^[A-Z]{3,20}$' };

const TIMEOUTS = {
  connect_ms: ms(2000, 60_000),
  first_byte_ms: ms(15_000, 10 * MINUTES_MS),
  silence_ms: ms(30_000, 60 * MINUTES_MS),
  whole_ms: ms(5 * MINUTES_MS, 24 * 60 * MINUTES_MS, 0),
};

const ROUTE = object(
  {
    path: PATH,
    methods: { type: 'array', items: METHOD, minItems: 1, maxItems: 20 },
    access: ACCESS,
    limit: LIMIT,
    first_byte_ms: { type: 'integer', minimum: 1, maximum: 10 * MINUTES_MS },
    whole_ms: { type: 'integer', minimum: 0, maximum: 24 * 60 * MINUTES_MS },
    schema: { type: 'object' },
  },
  ['path'],
);

const FALLBACK = {
  oneOf: [
    object({ upstream: NAME }, ['upstream']),
    object({ status: { type: 'integer', minimum: 200, maximum: 599 }, headers: HEADERS, body: {} }, ['status']),
  ],
};

/** What GATEWAY_UPSTREAMS may say (JSON Schema draft 7); defaults are filled in from here. */
export const GATEWAY_SCHEMA = {
  type: 'array',
  maxItems: 200,
  items: object(
    {
      name: NAME,
      targets: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: object({ url: { type: 'string', pattern: '^https?://[^\\s]+$' }, weight: whole(1, 1, 1000) }, ['url']),
      },
      balance: { type: 'string', enum: ['round_robin', 'weighted', 'least_pending'], default: 'round_robin' },
      access: { ...ACCESS, default: 'signed_in' },
      limit: LIMIT,
      encoded_slashes: { type: 'boolean', default: false },
      max_body_bytes: { type: 'integer', minimum: 0 },
      max_pending: whole(1000, 1, 100_000),
      slow_start_ms: ms(10_000, 10 * MINUTES_MS, 0),
      forward: {
        ...object({
          authorization: { type: 'boolean', default: false },
          cookies: { type: 'boolean', default: false },
          host: { type: 'string', pattern: '^[A-Za-z0-9.:-]{1,253}$', default: 'target' },
          headers: { ...HEADERS, default: {} },
        }),
        default: {},
      },
      timeouts: { ...object(TIMEOUTS), default: {} },
      retries: {
        ...object({
          times: whole(1, 0, 5),
          budget: { type: 'number', minimum: 0, maximum: 1, default: 0.2 },
          backoff_ms: ms(25, 10_000, 0),
        }),
        default: {},
      },
      breaker: {
        ...object({
          failures: whole(5, 1, 1000),
          share: { type: 'number', exclusiveMinimum: 0, maximum: 1, default: 0.5 },
          least: whole(20, 1, 10_000),
          slow_ms: { type: 'integer', minimum: 1, maximum: 10 * MINUTES_MS },
          open_ms: ms(5000, 10 * MINUTES_MS),
          max_open_ms: ms(MINUTES_MS, 60 * MINUTES_MS),
        }),
        default: {},
      },
      health: object(
        {
          path: PATH,
          every_ms: ms(5000, 10 * MINUTES_MS, 50),
          timeout_ms: ms(2000, MINUTES_MS),
          ill_after: whole(2, 1, 100),
          well_after: whole(2, 1, 100),
        },
        ['path'],
      ),
      fallback: FALLBACK,
      routes: { type: 'array', maxItems: 500, items: ROUTE, default: [] },
    },
    ['name', 'targets'],
  ),
};
