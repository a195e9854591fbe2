/** What is behind the gateway in its benchmark: a small answer at once, `/bytes?n=` of them, or how many came. Node's server alone, on PORT. */
import { createServer } from 'node:http';

const SMALL = JSON.stringify({
  id: 1,
  name: 'a small answer',
  tags: ['of', 'some', 'hundred', 'bytes'],
  text: 'x'.repeat(150),
});
const PIECE = Buffer.alloc(65_536, 'x');

createServer((request, answer) => {
  if (request.method === 'POST') {
    let got = 0;
    request.on('data', (piece) => (got += piece.length)).on('end', () => answer.end(String(got)));
    return;
  }
  if (!request.url.startsWith('/bytes')) {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': SMALL.length }).end(SMALL);
    return;
  }
  let left = Number(new URL(request.url, 'http://here').searchParams.get('n'));
  answer.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': left });
  const go = () => {
    while (left > 0) {
      const piece = left < PIECE.length ? PIECE.subarray(0, left) : PIECE;
      left -= piece.length;
      if (!answer.write(piece)) return void answer.once('drain', go);
    }
    answer.end();
  };
  go();
}).listen(Number(process.env.PORT), '127.0.0.1');
