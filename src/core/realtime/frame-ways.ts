import { Injectable } from '@nestjs/common';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Frame } from './gateway-options';

/** One or more frames on their way out, made once for all sockets that get them. */
export interface Outgoing {
  readonly contents: readonly Frame[];
  /** Without the headers of the frames. */
  readonly sizeBytes: number;
}

/** How frames are made ready for any number of sockets, and written to each. */
export interface FrameWay {
  ready(content: Frame): Outgoing;
  /** All of them, in their order. */
  join(all: readonly Outgoing[]): Outgoing;
  /** @param done called once they have left, or the socket has closed */
  write(ws: WebSocket, socket: Socket, outgoing: Outgoing, done?: () => void): void;
}

/** Each socket makes its own bytes of each frame; `core/fast` has a twin that makes them once. */
const PLAIN: FrameWay = {
  ready: (content) => ({ contents: [content], sizeBytes: Buffer.byteLength(content) }),
  join: (all) => ({
    contents: all.flatMap(({ contents }) => contents),
    sizeBytes: all.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  }),
  write: (ws, _, { contents }, done) => {
    for (const [n, content] of contents.entries()) {
      const isLast = n === contents.length - 1;
      ws.send(content, { binary: typeof content !== 'string' }, isLast ? done : undefined);
    }
  },
};

/** The way that frames go in this application. */
@Injectable()
export class FrameWays {
  current: FrameWay = PLAIN;
}
