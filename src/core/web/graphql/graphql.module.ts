import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { AccessDenials } from '../access';
import { Config, CONFIG } from '../../kernel/config';
import { DocumentLimits, LIMITS } from './document-limits';
import { makeErrorFormatter } from './format-errors';
import { answerInType, checkParameters, checkText, keepApart } from './hooks';

/** Documents are compiled after their first run; ADR 3 says why mercurius. */
const JIT_AFTER = 1;

/** Headers that a page of another origin cannot send without a preflight: mercurius' own, and Apollo's. */
const PREFLIGHT_HEADERS = [
  ...['x-mercurius-operation-name', 'mercurius-require-preflight'],
  ...['x-apollo-operation-name', 'apollo-require-preflight'],
];

@Module({
  imports: [
    GraphQLModule.forRootAsync<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      inject: [CONFIG, AccessDenials],
      useFactory: (config: Config, refusals: AccessDenials) => ({
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        jit: JIT_AFTER,
        graphiql: false, // ours is served by core/web/system from local files
        subscription: false,
        allowBatchedQueries: false,
        csrfPrevention: { requiredHeaders: PREFLIGHT_HEADERS },
        fieldResolverEnhancers: [],
        context: (req: FastifyRequest, reply: FastifyReply) => ({ req, reply }),
        graphql: { parseOptions: { maxTokens: LIMITS.tokens } },
        validationRules: config.apiDocs ? [DocumentLimits] : [DocumentLimits, NoSchemaIntrospectionCustomRule],
        additionalRouteOptions: { preValidation: checkParameters, onSend: answerInType },
        hooks: { preParsing: checkText, preExecution: keepApart },
        errorFormatter: makeErrorFormatter({ suggestions: config.apiDocs, refusals }),
      }),
    }),
  ],
})
export class GraphqlModule {}
