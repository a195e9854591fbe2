/** The least that does the same: rooms of bare `ws` that pass on what is said; with `?store` each message is numbered and stored first. */
import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const { PORT, DATABASE_URL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query(`CREATE TABLE IF NOT EXISTS bare_rooms (name text PRIMARY KEY, last_seq int NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS bare_messages (room text, seq int, content text, created_at timestamptz, PRIMARY KEY (room, seq))`);
const NEXT = {
  name: 'next',
  text: `WITH room AS (
      INSERT INTO bare_rooms (name, last_seq) VALUES ($1, 1)
      ON CONFLICT (name) DO UPDATE SET last_seq = bare_rooms.last_seq + 1 RETURNING last_seq
    ) INSERT INTO bare_messages SELECT $1, last_seq, $2, now() FROM room RETURNING seq`,
};

const server = createServer((_, response) => response.end('ok'));
const sockets = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: 65_536, clientTracking: false });
const rooms = new Map();

sockets.on('connection', (socket, request) => {
  const url = new URL(request.url, 'http://x');
  const name = url.pathname.slice(4);
  const room = rooms.get(name) ?? { seq: 0, sockets: new Set() };
  rooms.set(name, room);
  room.sockets.add(socket);
  socket.on('close', () => room.sockets.delete(socket));
  socket.on('message', async (data) => {
    const { content } = JSON.parse(String(data));
    let seq = ++room.seq;
    if (url.searchParams.has('store')) ({ seq } = (await pool.query({ ...NEXT, values: [name, content] })).rows[0]);
    const frame = Buffer.from(
      JSON.stringify({
        type: 'message',
        id: '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a',
        seq,
        room: name,
        sender: 'Bench Mark',
        sender_id: '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a',
        content,
        timestamp: new Date().toISOString(),
        client_id: null,
        mentions: [],
        file: null,
        edited_at: null,
        deleted_at: null,
      }),
    );
    for (const one of room.sockets) one.send(frame, { binary: false });
  });
});
server.listen(Number(PORT), '127.0.0.1');
