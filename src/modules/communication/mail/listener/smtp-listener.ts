import { once } from 'node:events';
import { SMTPServer, SMTPServerOptions } from 'smtp-server';
import { ConfigError } from '../../../../core/kernel/config';
import { MAX_MESSAGE_BYTES, SmtpRefusal } from './smtp-data';

/** Where a listener listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

const IDLE_MS = 60_000;
const CLOSE_MS = 5000;
const MAX_CLIENTS = 100;

/** Opens a server that speaks SMTP. @param variable of the configuration @throws ConfigError where nobody can listen there */
export async function openListener(
  variable: string,
  { host, port }: ListenAddress,
  options: SMTPServerOptions,
): Promise<SMTPServer> {
  const server = new SMTPServer({
    size: MAX_MESSAGE_BYTES,
    banner: 'Atrium',
    maxClients: MAX_CLIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: CLOSE_MS,
    disableReverseLookup: true,
    logger: false,
    ...options,
  });
  server.listen(port, host);
  try {
    await once(server.server, 'listening');
  } catch (error) {
    throw new ConfigError(`${variable} cannot be listened on (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  server.on('error', () => undefined); // of one client: it has been told
  return server;
}

export const closeListener = (server: SMTPServer | null): Promise<void> =>
  new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));

/** Answers by what the work throws: a refusal of ours, or 451 for anything else. */
export function answered(
  work: Promise<unknown>,
  done: (error?: Error | null, message?: string) => void,
  message?: string,
): void {
  work.then(
    () => done(null, message),
    (error: unknown) => done(error instanceof SmtpRefusal ? error : new SmtpRefusal(451, '4.3.0 Try again later')),
  );
}
