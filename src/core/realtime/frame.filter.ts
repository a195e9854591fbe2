import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';
import type { Connection } from './connection';

/** Answers what a handler throws with an error frame; the connection stays. */
@Catch()
export class FrameFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const ws = host.switchToWs();
    const { client_id: clientId } = ws.getData<{ client_id?: unknown }>();
    ws.getClient<Connection>().refuse(error, clientId);
  }
}
