import { addressOf, api, ok, type components } from '../../shell/api';

type Device = components['schemas']['NotificationDevice'];

/** Whose pushes this browser shows: nobody else who signs in here gets theirs unless they say so. */
const OWNER = 'pushes-of';

export type PushRefusal = 'unsupported' | 'denied' | 'no_service';

/** Why this browser cannot be pushed to. */
export class PushRefused extends Error {
  constructor(readonly reason: PushRefusal) {
    super(reason);
  }
}

export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window;

/**
 * Tells the server of this browser once more where this person has switched pushes on: they have a new session, or the installation a new
 * key. @returns its device; null where it is off
 */
export async function renewPush(userId: string): Promise<Device | null> {
  if (!canPush() || localStorage.getItem(OWNER) !== userId || Notification.permission !== 'granted') return null;
  const worker = await navigator.serviceWorker.getRegistration(addressOf('/'));
  return worker ? keep(worker) : null;
}

/** @throws PushRefused, AtriumError */
export async function switchPushOn(userId: string): Promise<Device> {
  if (!canPush()) throw new PushRefused('unsupported');
  if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused('denied');
  await navigator.serviceWorker.register(addressOf('/notifications-sw.js'));
  const device = await keep(await navigator.serviceWorker.ready);
  localStorage.setItem(OWNER, userId);
  return device;
}

/** @param deviceId its device, where that is known */
export async function switchPushOff(deviceId: string | null): Promise<void> {
  localStorage.removeItem(OWNER);
  const worker = await navigator.serviceWorker.getRegistration(addressOf('/'));
  const known = await worker?.pushManager.getSubscription();
  await known?.unsubscribe();
  await worker?.unregister();
  if (deviceId) await api.DELETE('/api/v1/notifications/devices/{id}', { params: { path: { id: deviceId } } });
}

/** Registers the subscription of a worker, a new one where there is none by the present key. */
async function keep(worker: ServiceWorkerRegistration): Promise<Device> {
  const { public_key: key } = await ok(api.GET('/api/v1/notifications/web-push/vapid-public-key'));
  const wanted = bytesOf(key);
  let known = await worker.pushManager.getSubscription();
  if (known && !isSame(known.options.applicationServerKey, wanted)) {
    await known.unsubscribe();
    known = null;
  }
  known ??= await worker.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: wanted })
    .catch((error: unknown) => {
      throw error instanceof DOMException ? new PushRefused('no_service') : error;
    });
  const body = known.toJSON() as { endpoint: string; keys: { p256dh: string; auth: string } };
  return ok(api.POST('/api/v1/notifications/web-push/subscriptions', { body }));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

function isSame(a: ArrayBuffer | null, b: Uint8Array): boolean {
  return a !== null && a.byteLength === b.length && new Uint8Array(a).every((byte, at) => byte === b[at]);
}
