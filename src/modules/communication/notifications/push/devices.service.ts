import { Inject, Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { Keys, newId, seal, sha256, unseal } from '../../../../core/kernel/runtime';
import type { Principal } from '../../../../core/web/access';
import { hasOpenSession } from '../../../identity/auth';
import { FcmAccess } from '../fcm/fcm-access';
import { DeviceNotFound } from '../notifications.errors';
import { notificationsSettings } from '../notifications.settings';
import { NotificationDeviceDto, NotificationDevicesDto, RegisterDeviceInput } from './dto/device.dto';
import type { DeviceType } from './entities/notification-device.entity';
import { AllowedEndpoints, PushTarget, readSubscription } from './push-target';

/** Devices of one person; beyond it the one that registered longest ago leaves. */
export const MOST_DEVICES = 20;

const COLUMNS = `id, channel, type AS "deviceType", host, created_at AS "createdAt", registered_at AS "registeredAt"`;
/** It leaves whoever had it: an account that is left on a device is not told of there. */
const REGISTER = statement(
  'notification-devices.register',
  `INSERT INTO notification_devices AS v (id, user_id, session_id, channel, type, host, target_hash, target)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (target_hash) DO UPDATE SET session_id = EXCLUDED.session_id, type = EXCLUDED.type, target = EXCLUDED.target,
     registered_at = now(), registration = v.registration + 1
     WHERE v.user_id = EXCLUDED.user_id
   RETURNING ${COLUMNS}, registration`,
);
const LEAVE_OTHERS = statement(
  'notification-devices.leave-others',
  'DELETE FROM notification_devices WHERE target_hash = $1 AND user_id <> $2',
);
const TRIM = statement(
  'notification-devices.trim',
  `DELETE FROM notification_devices WHERE id IN (
     SELECT id FROM notification_devices WHERE user_id = $1 ORDER BY registered_at DESC, id DESC OFFSET ${MOST_DEVICES})`,
);
/** Of what still waits for somebody's devices, what this one has no part in yet; what is deleted meanwhile is left out. */
const JOIN_WAITING = statement(
  'notification-devices.join-waiting',
  `WITH waiting AS (
     SELECT notification_id, min(not_before) AS not_before, min(due_at) AS due_at, min(expires_at) AS expires_at FROM notification_deliveries
     WHERE user_id = $1 AND channel = $2 AND state = 'pending' AND not_before IS NOT NULL AND lease IS NULL
     GROUP BY notification_id HAVING NOT bool_or(device_id = $3)
   )
   INSERT INTO notification_deliveries (id, notification_id, user_id, channel, device_id, not_before, due_at, expires_at)
   SELECT gen_random_uuid(), n.id, $1, $2, $3, w.not_before, w.due_at, w.expires_at
   FROM waiting w JOIN notifications n ON n.id = w.notification_id FOR KEY SHARE OF n`,
);
const LIST = statement(
  'notification-devices.list',
  `SELECT ${COLUMNS} FROM notification_devices v WHERE user_id = $1 AND ($2::text IS NULL OR channel = $2) AND ${hasOpenSession('v.session_id')}
   ORDER BY registered_at DESC, id DESC`,
);
const REMOVE = statement(
  'notification-devices.remove',
  'DELETE FROM notification_devices WHERE id = $1 AND user_id = $2',
);
const REMOVE_DEAD = statement(
  'notification-devices.remove-dead',
  'DELETE FROM notification_devices WHERE id = $1 AND registration = $2',
);

type DeviceRow = NotificationDeviceDto & { readonly registration: number } & Record<string, unknown>;

/** The browsers and apps that somebody is pushed to. */
@Injectable()
export class DevicesService {
  private readonly key: Buffer;
  private readonly allowed: AllowedEndpoints;

  constructor(
    private readonly db: Database,
    private readonly fcm: FcmAccess,
    keys: Keys,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = keys.derive('notification device');
    const { pushHosts } = settingsOf(config, notificationsSettings);
    this.allowed = { named: pushHosts, http: config.env !== 'production' };
  }

  /** @param body a `PushSubscription` @returns also whether it is new @throws Validation */
  subscribe(user: Principal, body: unknown): Promise<{ device: NotificationDeviceDto; isNew: boolean }> {
    const { target, type } = readSubscription(body, this.allowed);
    return this.keep(user, target, type, new URL(target.endpoint).host);
  }

  /** @returns also whether it is new */
  register(
    user: Principal,
    { fcmToken, deviceType }: RegisterDeviceInput,
  ): Promise<{ device: NotificationDeviceDto; isNew: boolean }> {
    return this.keep(user, { kind: 'fcm', token: fcmToken }, deviceType, new URL(this.fcm.url).host);
  }

  /** Those whose session has not ended, the last registered first. @param channel null for all */
  async list({ userId }: Principal, channel: PushTarget['kind'] | null): Promise<NotificationDevicesDto> {
    return { items: await this.db.query<DeviceRow>(LIST, [userId, channel]) };
  }

  /** @throws DeviceNotFound also for somebody else's */
  async remove({ userId }: Principal, id: string): Promise<void> {
    if ((await this.db.execute(REMOVE, [id, userId])) === 0) throw new DeviceNotFound();
  }

  /** Its push service knows it no more. @param registration what was pushed to: one that has registered anew since stays */
  async removeDead(id: string, registration: number): Promise<void> {
    await this.db.execute(REMOVE_DEAD, [id, registration]);
  }

  /** null when SECRET_KEY is another one by now. */
  open(sealed: Buffer): PushTarget | null {
    try {
      return JSON.parse(unseal(this.key, sealed)) as PushTarget;
    } catch {
      return null;
    }
  }

  private keep(
    { userId, sessionId }: Principal,
    target: PushTarget,
    type: DeviceType,
    host: string,
  ): Promise<{ device: NotificationDeviceDto; isNew: boolean }> {
    const hash = sha256(target.kind === 'fcm' ? target.token : target.endpoint);
    const sealed = seal(this.key, JSON.stringify(target));
    return this.db.transaction(async () => {
      const values = [newId(), userId, sessionId, target.kind, type, host, hash, sealed];
      let row: DeviceRow | undefined;
      // Two people at once on one device: the later has it.
      while (!row) {
        await this.db.execute(LEAVE_OTHERS, [hash, userId]);
        [row] = await this.db.query<DeviceRow>(REGISTER, values);
      }
      await this.db.execute(TRIM, [userId]);
      await this.db.execute(JOIN_WAITING, [userId, target.kind, row.id]);
      const { registration, ...device } = row;
      return { device, isNew: registration === 1 };
    });
  }
}
