import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { AccessDenials } from '../access';
import { AppError, defineError, toAppError, toProblem } from '../../kernel/errors';
import { logger } from '../../kernel/logging';

export const GraphqlInvalid = defineError<{ reason: string }>('graphql_invalid', 400, ({ reason }) => reason);

/** Apollo's clients read this very message, and send the document itself from then on. */
export const PersistedQueryNotSupported = defineError(
  'persisted_query_not_supported',
  400,
  'PersistedQueryNotSupported',
);

interface Execution {
  data?: Record<string, unknown> | null;
  errors?: readonly (GraphQLError & { originalError?: { errors?: unknown } })[];
}

interface Formatted {
  statusCode: number;
  response: { data: Record<string, unknown> | null; errors: GraphQLError[] };
}

interface GraphqlContext {
  req?: FastifyRequest;
  reply?: FastifyReply;
}

/** mercurius' formatter: the same problems as REST's, their members in `extensions`. */
export function makeErrorFormatter(options: {
  suggestions: boolean;
  refusals: Pick<AccessDenials, 'record'>;
}): (execution: Execution, context: GraphqlContext) => Formatted {
  return (execution, context) => {
    const { req, reply } = context;
    const errors = (execution.errors ?? []).flatMap((error) => {
      const inner = error.originalError?.errors;
      return Array.isArray(inner) ? (inner as GraphQLError[]) : [error];
    });
    const known = errors.map((error) => ({ error, app: ours(error, options.suggestions) }));
    const executed = 'data' in execution && execution.data !== undefined;
    const retryAfterS = known.find(({ app }) => app.retryAfterS !== undefined)?.app.retryAfterS;
    if (retryAfterS !== undefined) void reply?.header('retry-after', Math.ceil(retryAfterS));
    const formatted = known.map(({ error, app }) => {
      const userId = req?.context.principal?.userId;
      if (app.hides && userId !== undefined) {
        void options.refusals.record(userId, `graphql ${error.path?.join('.') ?? ''}`, { code: app.code });
      }
      if (app.status >= 500)
        logger.error({ requestId: req?.id, err: error.originalError ?? error }, `Answered ${app.code}`);
      return format(error, app, req?.id ?? '');
    });
    return {
      statusCode: executed ? 200 : (known[0]?.app.status ?? 200),
      response: { data: execution.data ?? null, errors: formatted as GraphQLError[] },
    };
  };
}

function ours(error: GraphQLError, suggestions: boolean): AppError {
  const { originalError } = error;
  if (originalError instanceof AppError) return originalError;
  const code = (originalError as { code?: unknown } | undefined)?.code;
  const fromEngine = typeof code === 'string' && code.startsWith('MER_ERR');
  // Without a cause of its own it is the document, its variables or the request that is wrong.
  if (!originalError || originalError instanceof GraphQLError || fromEngine) {
    return new GraphqlInvalid({ reason: suggestions ? error.message : error.message.replace(/ Did you mean .*$/, '') });
  }
  return toAppError(originalError);
}

function format(error: GraphQLError, app: AppError, requestId: string): GraphQLFormattedError {
  const { detail, ...members } = toProblem(app, { requestId, instance: '/graphql' });
  return {
    message: detail,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: members,
  };
}
