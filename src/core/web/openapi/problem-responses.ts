import type { OpenAPIObject } from '@nestjs/swagger';
import { AnyErrorType, sentence } from '../../kernel/errors';

type Components = NonNullable<OpenAPIObject['components']>;

const MFA_HEADER = {
  'X-MFA-Required': { description: 'true with `mfa_required`.', schema: { type: 'string', enum: ['true'] } },
};

/**
 * The response of one status that tells these errors, as a component: operations with the same errors share it, and each
 * error's example is written once.
 * @param headers of every response @returns the reference to it
 */
export function problemResponse(
  components: Components,
  status: number,
  errors: readonly AnyErrorType[],
  headers: Readonly<Record<string, object>>,
): { $ref: string } {
  const codes = errors.map(({ code }) => code);
  const name = `${status}_${[...codes].sort().join('-')}`;
  const schema = codes.includes('validation') ? 'ValidationProblem' : 'Problem';
  components.examples ??= {};
  for (const error of errors) components.examples[error.code] = { value: example(error) };
  (components.responses ??= {})[name] ??= {
    description: `${codes.map(sentence).join(', or ')}.`,
    headers: { ...(codes.includes('mfa_required') && MFA_HEADER), ...headers },
    content: {
      'application/problem+json': {
        schema: { $ref: `#/components/schemas/${schema}` },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
  return { $ref: `#/components/responses/${name}` };
}

function example(error: AnyErrorType): object {
  return {
    type: `/problems/${error.code}`,
    title: sentence(error.code),
    status: error.status,
    detail: error.example,
    instance: '/api/v1/…',
    code: error.code,
    ...(error.code === 'validation' && { errors: [{ field: 'name', code: 'required', message: 'must be text' }] }),
    request_id: '019b0000-0000-7000-8000-000000000000',
  };
}
