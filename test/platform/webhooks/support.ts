import type { Person } from '../../support/make';
import type { TestApp } from '../../support/app';
import type { Received, Receiver } from '../../support/receiver';
import { until } from '../../support/until';

/** What a receiver is told. */
export interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly id: string; readonly type: string; readonly url: string; readonly actor_id?: string };
}

export interface MadeWebhook {
  readonly id: string;
  readonly secret: string;
}

export const told = (call: Received): Told => JSON.parse(call.body) as Told;

/** Makes a webhook of this person at a path of the receiver. */
export async function webhookOf(
  person: Person,
  receiver: Receiver,
  path: string,
  events: readonly string[] = ['orders.*'],
): Promise<MadeWebhook> {
  const { status, body, text } = await person.client.post('/webhooks', { url: receiver.url(path), events });
  if (status !== 201) throw new Error(text);
  return body as MadeWebhook;
}

/** Buys one thing. @returns the order's id */
export async function order(t: TestApp, person: Person): Promise<string> {
  const { id } = await t.make.product({ stock: 100 });
  const { body } = await person.client.post('/orders', {
    items: [{ product_id: id, quantity: 1 }],
    shipping_address: '12 Rue de la Paix, Paris',
  });
  return body.id as string;
}

/** Sends an event of a try. @returns its id */
export async function tryOut(person: Person, { id }: Pick<MadeWebhook, 'id'>): Promise<string> {
  const { body } = await person.client.post(`/webhooks/${id}/test`);
  return body.event_id as string;
}

/** The only delivery of an event, once it is so. */
export async function deliveryIs(
  person: Person,
  { id }: Pick<MadeWebhook, 'id'>,
  eventId: string,
  isSo: (delivery: Record<string, any>) => boolean,
): Promise<Record<string, any>> {
  let found: Record<string, any> | undefined;
  await until(async () => {
    const { body } = await person.client.get(`/webhooks/${id}/deliveries?limit=100`);
    found = (body.items as Record<string, any>[]).find((one) => one.event_id === eventId);
    return found !== undefined && isSo(found);
  });
  return found as Record<string, any>;
}

/** Makes what waits for its time due now. */
export async function hurry(t: TestApp): Promise<void> {
  await t.db.execute('UPDATE webhooks SET resume_at = now()');
  await t.db.execute(`UPDATE webhook_deliveries SET due_at = now() WHERE state = 'pending' AND lease IS NULL`);
}
