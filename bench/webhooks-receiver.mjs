/** What webhooks call in their benchmark: a server of https on PORT that answers 204, by KEY and CERT; on HEALTH_PORT it says that it is up. */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';

const { KEY, CERT, PORT, HEALTH_PORT } = process.env;

createServer({ key: readFileSync(KEY), cert: readFileSync(CERT) }, (request, response) => {
  request.resume().on('end', () => response.writeHead(204).end());
}).listen(Number(PORT), '127.0.0.1', () =>
  createHttpServer((_, response) => response.end()).listen(Number(HEALTH_PORT), '127.0.0.1'),
);
