import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Answer, Client } from '../../support/client';
import type { Person } from '../../support/make';
import type { TestApp } from '../../support/app';
import { until } from '../../support/until';

/** A frame or an event as it came. */
export type Frame = Record<string, any>;

export const SEND = { title: 'The lift is repaired', body: 'It goes up again.', type: 'info', action_url: '/orders' };

/** Notifies somebody by the API. @returns the notification */
export async function send(client: Client, more: object = {}): Promise<any> {
  const answer = await client.post('/notifications/send', { ...SEND, ...more });
  if (answer.status !== 200) expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
}

export const listOf = async (client: Client, query = ''): Promise<any[]> =>
  (await client.get(`/notifications${query}`)).body.items;

export const titlesOf = async (client: Client, query = ''): Promise<string[]> =>
  (await listOf(client, query)).map(({ title }) => title);

/** What is said of each channel, by its name. */
export async function whyOf(client: Client, id: string): Promise<Record<string, any>> {
  return byChannel(await client.get(`/notifications/${id}/why`));
}

export function byChannel({ status, body }: Answer): Record<string, any> {
  expect([status, body]).toEqual([200, expect.anything()]);
  return Object.fromEntries((body.channels as any[]).map((one) => [one.channel, one]));
}

/** The changes of an inbox as they came by a socket or a stream. */
export class Follower {
  readonly frames: Frame[] = [];
  isClosed = false;
  private constructor(readonly close: () => Promise<void>) {}

  static async socket(url: string, token: string, lastSeq?: number): Promise<Follower> {
    const query = lastSeq === undefined ? '' : `?last_seq=${lastSeq}`;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws-notifications${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const follower = new Follower(async () => {
      socket.terminate();
      if (!follower.isClosed) await once(socket, 'close');
    });
    socket.on('message', (data: Buffer) => follower.frames.push(JSON.parse(String(data)) as Frame));
    socket.on('close', () => (follower.isClosed = true));
    socket.on('error', () => undefined);
    await once(socket, 'open');
    // Answered once the room is entered: whatever is published from now on comes.
    socket.send('{"type":"ping"}');
    await until(() => follower.isClosed || follower.frames.some(({ type }) => type === 'pong'));
    if (follower.isClosed) throw new Error('The socket was refused');
    follower.frames.splice(
      follower.frames.findIndex(({ type }) => type === 'pong'),
      1,
    );
    return follower;
  }

  /** @param lastId of `Last-Event-ID` */
  static async stream(url: string, token: string, lastId?: number): Promise<Follower> {
    const end = new AbortController();
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastId !== undefined && { 'last-event-id': String(lastId) }),
    };
    const response = await fetch(`${url}/api/v1/notifications/stream`, { headers, signal: end.signal });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/event-stream/),
    ]);
    const follower = new Follower(() => Promise.resolve(end.abort()));
    void (async () => {
      let text = '';
      try {
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
          text += Buffer.from(chunk).toString();
          const events = text.split('\n\n');
          text = events.pop() ?? '';
          for (const event of events) follower.take(event);
        }
      } catch {
        // Ended by the test.
      } finally {
        follower.isClosed = true;
      }
    })();
    return follower;
  }

  /** Waits for a frame. @returns it */
  async hears(isIt: (frame: Frame) => boolean): Promise<Frame> {
    await until(() => this.frames.some(isIt));
    return this.frames.find(isIt) as Frame;
  }

  /** What it heard, short: `created 1`. */
  get changes(): string[] {
    return this.frames.map(({ type, seq }) => `${type} ${seq}`);
  }

  private take(event: string): void {
    const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
    const data = field('data');
    if (data === undefined) return;
    const frame = JSON.parse(data) as Frame;
    expect([field('event'), field('id')]).toEqual([frame.type, String(frame.seq)]);
    this.frames.push(frame);
  }
}

/** What the database says of a notice on its way, once it is so. */
export async function deliveryIs(
  person: Person,
  id: string,
  isSo: (delivery: Record<string, any>) => boolean,
): Promise<Record<string, any>> {
  let found: Record<string, any> | undefined;
  await until(async () => {
    const { body } = await person.client.get(`/notifications/${id}/deliveries`);
    found = (body.items as Record<string, any>[]).find(isSo);
    return found !== undefined;
  });
  return found as Record<string, any>;
}

/** Makes what waits due now. */
export async function hurry(t: TestApp): Promise<void> {
  await t.db.execute(
    `UPDATE notification_deliveries SET due_at = now(), not_before = CASE WHEN not_before IS NOT NULL THEN now() END
     WHERE state = 'pending' AND lease IS NULL`,
  );
}
