import { createServer, Server } from 'node:net';
import { once } from 'node:events';

/** Below the ports that the kernel gives to connections. */
const FROM = 15_000;
const TO = 30_000;

/** Listens on a port of the loopback. @throws where it is taken */
export async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The first of so many ports of the loopback in a row that are free right now. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = FROM + Math.floor(Math.random() * (TO - FROM));
    const found = await Promise.allSettled(Array.from({ length: count }, (_, at) => occupy(first + at)));
    const servers = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    if (servers.length === count) return first;
  }
}
