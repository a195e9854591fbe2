import { createSocket, Socket } from 'node:dgram';
import { once } from 'node:events';

const TYPES = { 15: 'MX', 16: 'TXT' } as const;

/** A DNS server of the test's own on loopback: TXT and MX by name. What is not there is NXDOMAIN. */
export class DnsResponder {
  readonly txt = new Map<string, string[]>();
  readonly mx = new Map<string, string[]>();
  /** Names that get no answer. */
  readonly silent = new Set<string>();

  private constructor(private readonly socket: Socket) {
    socket.on('message', (query, { port, address }) => {
      const answer = this.answer(query);
      if (answer) socket.send(answer, port, address);
    });
  }

  static async start(): Promise<DnsResponder> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new DnsResponder(socket);
  }

  /** For DNS_SERVERS. */
  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): void {
    this.socket.close();
  }

  /** RFC 1035 section 4. */
  private answer(query: Buffer): Buffer | null {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at]; length > 0; length = query[at]) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const name = labels.join('.').toLowerCase();
    if (this.silent.has(name)) return null;
    const question = query.subarray(12, at + 5);
    const type = TYPES[query.readUInt16BE(at + 1) as keyof typeof TYPES];
    const data =
      type === 'TXT'
        ? (this.txt.get(name) ?? []).map(textData)
        : type === 'MX'
          ? (this.mx.get(name) ?? []).map(mxData)
          : [];
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (data.length === 0 ? 3 : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(data.length, 6);
    const records = data.map((one) => {
      const record = Buffer.alloc(12);
      record.writeUInt16BE(0xc00c, 0); // the name of the question
      record.writeUInt16BE(type === 'MX' ? 15 : 16, 2);
      record.writeUInt16BE(1, 4);
      record.writeUInt16BE(one.length, 10);
      return Buffer.concat([record, one]);
    });
    return Buffer.concat([head, question, ...records]);
  }
}

function textData(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    pieces.push(Buffer.from([piece.length]), piece);
  }
  return Buffer.concat(pieces);
}

function mxData(host: string): Buffer {
  const labels = host.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([Buffer.from([0, 10]), ...labels, Buffer.from([0])]);
}
