import { join } from 'node:path';
import { root } from './services.mjs';

/** Serves the files of `web/` as they are saved, on a port of its own; what is the API's goes to `port`. */
export async function serveWeb(port) {
  process.env.ATRIUM_API = `http://127.0.0.1:${port}`;
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: join(root, 'web', 'vite.config.mjs'),
    logLevel: 'warn',
    clearScreen: false,
    server: { host: '127.0.0.1', port: port + 1000 },
  });
  await server.listen();
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}
