import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { localeOfCaller } from '../../../../core/kernel/context/context';
import { Validation } from '../../../../core/kernel/errors';
import type { Principal } from '../../../../core/web/access';
import { assertMatch } from '../../../../core/web/http';
import { Categories } from '../categories/categories';
import { Channel, CHANNELS } from '../decision/channels';
import { Digest, QuietHours, Switches, switchOf } from '../decision/decide';
import { WaitingDeliveries } from '../delivery/waiting-deliveries';
import { NotificationPreferencesDto, NotificationPreferencesInput } from './dto/preferences.dto';

interface PreferenceRow extends Record<string, unknown> {
  readonly switches: Switches | null;
  readonly quietHours: QuietHours | null;
  readonly digest: Digest | null;
  readonly timeZone: string;
}

const FIND = statement(
  'notifications.preferences',
  `SELECT p.switches, p.quiet_hours AS "quietHours", p.digest, u.time_zone AS "timeZone"
   FROM users u LEFT JOIN notification_preferences p ON p.user_id = u.id WHERE u.id = $1`,
);
/** So that of two at once the second is compared with what the first has made. */
const HOLD = statement('notifications.hold-preferences', 'SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE');
const KEEP = statement(
  'notifications.keep-preferences',
  `INSERT INTO notification_preferences (user_id, switches, quiet_hours, digest) VALUES ($1, $2, $3, $4)
   ON CONFLICT (user_id) DO UPDATE SET switches = EXCLUDED.switches, quiet_hours = EXCLUDED.quiet_hours, digest = EXCLUDED.digest, updated_at = now()`,
);

/** What somebody wants to be told, how, and when. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly db: Database,
    private readonly categories: Categories,
    private readonly waiting: WaitingDeliveries,
  ) {}

  /** Every category by every channel, and which rule says whether it is on. */
  async get({ userId }: Principal): Promise<NotificationPreferencesDto> {
    const [row] = await this.db.query<PreferenceRow>(FIND, [userId]);
    const { switches, quietHours, digest, timeZone } = row;
    const locale = localeOfCaller();
    const categories = this.categories.all.map((category) => ({
      key: category.key,
      sentence: category.sentence[locale],
      cells: CHANNELS.map((channel) => {
        const { isOn, source } = switchOf(category, switches ?? {}, channel);
        return { channel, enabled: isOn, source };
      }),
    }));
    return { categories, quietHours, digest, timeZone };
  }

  /** Takes the place of everything said before; what waits is moved, or dropped. @throws Validation, PreconditionFailed */
  replace(user: Principal, input: NotificationPreferencesInput, ifMatch?: string): Promise<NotificationPreferencesDto> {
    const switches = this.switchesOf(input);
    const { quietHours = null, digest = null } = input;
    if (quietHours && quietHours.start === quietHours.end) {
      throw new Validation({
        errors: [{ field: 'quiet_hours.end', code: 'same', message: 'must be another time than the start' }],
      });
    }
    return this.db.transaction(async () => {
      await this.db.query(HOLD, [user.userId]);
      assertMatch(ifMatch, NotificationPreferencesDto, await this.get(user));
      const json = (value: object | null): string | null => value && JSON.stringify(value);
      await this.db.execute(KEEP, [user.userId, JSON.stringify(switches), json(quietHours), json(digest)]);
      await this.waiting.move(user.userId);
      return this.get(user);
    });
  }

  /** @throws Validation for an unknown category, and for switching off what nobody can */
  private switchesOf({ cells = [], categories = [], channels = [] }: NotificationPreferencesInput): Switches {
    const errors = [
      ...cells.flatMap((cell, n) =>
        this.errorsOf(`cells.${n}`, cell.category, cell.enabled ? undefined : cell.channel),
      ),
      ...categories.flatMap(({ category }, n) => this.errorsOf(`categories.${n}`, category)),
    ];
    if (errors.length > 0) throw new Validation({ errors });
    const byCategory: Record<string, Partial<Record<Channel, boolean>>> = {};
    for (const { category, channel, enabled } of cells) (byCategory[category] ??= {})[channel] = enabled;
    return {
      cells: byCategory,
      categories: Object.fromEntries(categories.map(({ category, enabled }) => [category, enabled])),
      channels: Object.fromEntries(channels.map(({ channel, enabled }) => [channel, enabled])),
    };
  }

  private errorsOf(field: string, key: string, off?: Channel): { field: string; code: string; message: string }[] {
    const category = this.categories.find(key);
    if (!category) return [{ field: `${field}.category`, code: 'unknown', message: 'there is no such category' }];
    if (off === undefined || !category.mandatory.includes(off)) return [];
    return [{ field: `${field}.enabled`, code: 'mandatory', message: 'nobody can switch this off' }];
  }
}
