import {
  CallHandler,
  ExecutionContext,
  Injectable,
  NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable, tap } from 'rxjs';
import { Authentication } from '../access/authentication';
import { isSameCaller, POLL_INTERVAL_MS } from './same-caller';

/** Breaks a download off within a second when the caller's session ends or their rights are others than at its start. */
@Injectable()
export class SessionBoundFiles implements NestInterceptor<StreamableFile | undefined, StreamableFile | undefined> {
  constructor(private readonly authentication: Authentication) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler<StreamableFile | undefined>,
  ): Observable<StreamableFile | undefined> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(tap((file) => file && this.watch(request, file)));
  }

  private watch(request: FastifyRequest, file: StreamableFile): void {
    const { principal } = request.context;
    const stream = file.getStream();
    const looker = setInterval(() => {
      void isSameCaller(request, principal, this.authentication).then((same) => !same && stream.destroy());
    }, POLL_INTERVAL_MS);
    stream.once('close', () => clearInterval(looker));
  }
}

/** For a handler that answers a `StreamableFile` of any length, or none. */
export const EndsWithSession = (): MethodDecorator => UseInterceptors(SessionBoundFiles);
