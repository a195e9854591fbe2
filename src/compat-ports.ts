import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, ConfigError } from './core/kernel/config';
import { listenAlso } from './core/web/http';

/**
 * The services of the guide, one a port from the first on, each by the module that does its work here (ADR 52). The first is the
 * whole application. A module that is not there yet has its port all the same.
 */
export const COMPAT_SERVICES = [
  'atrium',
  'mail',
  'notifications',
  'documents',
  'notes',
  'whiteboards',
  'calendar',
  'todos',
  'files',
  'forms',
  'bookings',
  'crm',
  'hr',
  'workflows',
  'analytics',
  'spreadsheets',
  'presentations',
  'assistant',
  'translator',
  'apps',
  'auth',
  'chat',
] as const;

const HEALTH = /^\/health(?=\?|$)/;

/** At the port of a service `/health` is that of its module; everything else is the same at every port. */
export function healthByPort({ compatPorts }: Config): ((request: IncomingMessage) => string) | undefined {
  if (compatPorts === null) return undefined;
  return ({ url = '/', socket }) => {
    const service = COMPAT_SERVICES[(socket.localPort ?? 0) - compatPorts];
    if (service === undefined || service === 'atrium' || !HEALTH.test(url)) return url;
    return url.replace(HEALTH, `/health/${service}`);
  };
}

/** Listens on the ports of COMPAT_PORTS, but for the one that is PORT. @throws ConfigError naming the first that is taken */
export async function listenOnCompatPorts(app: NestFastifyApplication, config: Config): Promise<void> {
  const { compatPorts, port, host } = config;
  if (compatPorts === null) return;
  for (const at of COMPAT_SERVICES.keys()) {
    if (compatPorts + at !== port)
      await listenOrSay('COMPAT_PORTS', compatPorts + at, (one) => listenAlso(app.getHttpServer(), one, host));
  }
}

/** @throws ConfigError in one line, where nobody can listen on the port */
export async function listenOrSay(
  variable: string,
  port: number,
  listen: (port: number) => Promise<unknown>,
): Promise<void> {
  try {
    await listen(port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new ConfigError(`${variable}: port ${port} is taken`);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new ConfigError(`${variable}: nobody can listen on port ${port} (${code})`);
    throw error;
  }
}
