import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database, Statement } from '../../../../core/data/database';
import type { Reader } from '../../../../core/kernel/text';
import { hasOpenSession } from '../../../identity/auth';
import { hasWebhook } from '../../../platform/webhooks';
import { FcmAccess } from '../fcm/fcm-access';
import { ResourceVisibility } from '../resource-visibility';
import type { Channel } from './channels';
import type { Digest, Obstacle, Preferences, QuietHours, Switches } from './decide';

/** What decisions about somebody depend on, as it is now. */
export interface Recipient extends Reader {
  readonly id: string;
  readonly isActive: boolean;
  readonly maySee: boolean;
  readonly preferences: Preferences;
  readonly obstacles: Partial<Readonly<Record<Channel, Obstacle>>>;
}

/** Of a query with `users u` and `notification_preferences p`. */
export interface RecipientRow extends Record<string, unknown>, Reader {
  readonly userId: string;
  readonly isActive: boolean;
  readonly isProven: boolean;
  readonly hasWebPush: boolean;
  readonly hasFcm: boolean;
  readonly hasWebhook: boolean;
  readonly maySee: boolean;
  readonly switches: Switches | null;
  readonly quietHours: QuietHours | null;
  readonly digest: Digest | null;
}

const hasDevice = (channel: string): string =>
  `EXISTS (SELECT FROM notification_devices v WHERE v.user_id = u.id AND v.channel = '${channel}' AND ${hasOpenSession('v.session_id')})`;

/** Without `maySee`. */
export const RECIPIENT_COLUMNS = `u.id AS "userId", u.locale, u.time_zone AS "timeZone", u.is_active AND u.deleted_at IS NULL AS "isActive",
  u.email_verified_at IS NOT NULL AS "isProven", ${hasDevice('web_push')} AS "hasWebPush", ${hasDevice('fcm')} AS "hasFcm",
  ${hasWebhook('u.id')} AS "hasWebhook", p.switches, p.quiet_hours AS "quietHours", p.digest`;

/** Those who are told. */
@Injectable()
export class Recipients implements OnModuleInit {
  private find: Statement;

  constructor(
    private readonly db: Database,
    private readonly visibility: ResourceVisibility,
    private readonly fcm: FcmAccess,
  ) {}

  onModuleInit(): void {
    this.find = this.visibility.statement(
      'notifications.recipients',
      `SELECT ${RECIPIENT_COLUMNS}, ${this.visibility.of('u', '$2::text', '$3::uuid')} AS "maySee"
       FROM users u LEFT JOIN notification_preferences p ON p.user_id = u.id WHERE u.id = ANY ($1::uuid[]) AND u.deleted_at IS NULL`,
    );
  }

  /** Those of these ids that have an account. @param resource what it is about; null for nothing */
  async byIds(
    ids: readonly string[],
    resource: { readonly type: string; readonly id: string } | null,
  ): Promise<ReadonlyMap<string, Recipient>> {
    const rows = await this.db.query<RecipientRow>(this.find, [ids, resource?.type ?? null, resource?.id ?? null]);
    return new Map(rows.map((row) => [row.userId, this.recipientOf(row)]));
  }

  recipientOf(row: RecipientRow): Recipient {
    const { userId, locale, timeZone, isActive, maySee, switches, quietHours, digest } = row;
    const fcm = this.fcm.isConfigured ? 'no_device' : 'not_configured';
    return {
      id: userId,
      locale,
      timeZone,
      isActive,
      maySee,
      preferences: { switches: switches ?? {}, quietHours, digest },
      obstacles: {
        ...(!row.hasWebPush && { web_push: 'no_device' }),
        ...((!row.hasFcm || !this.fcm.isConfigured) && { fcm }),
        ...(!row.isProven && { email: 'address_unproven' }),
        ...(!row.hasWebhook && { webhook: 'no_webhook' }),
      },
    };
  }
}
