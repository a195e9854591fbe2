import type { components } from '../../shell/api';

type Schemas = components['schemas'];
export type QuietHours = Schemas['QuietHours'];
export type Digest = Schemas['NotificationDigest'];
/** As it is read; what nobody has set is null. */
export type Preferences = Omit<Schemas['NotificationPreferences'], 'quiet_hours' | 'digest'> & {
  readonly quiet_hours: QuietHours | null;
  readonly digest: Digest | null;
};
export type PreferencesInput = Schemas['NotificationPreferencesInput'];
export type Category = Schemas['NotificationCategory'];
export type Cell = Schemas['NotificationCell'];
export type Channel = Cell['channel'];

/** What one press changes. `null` takes back what was said. */
export type Change =
  | { readonly cell: readonly [category: string, channel: Channel]; readonly to: boolean | null }
  | { readonly category: string; readonly to: boolean | null }
  | { readonly channel: Channel; readonly to: boolean | null }
  | { readonly quietHours: QuietHours | null }
  | { readonly digest: Digest | null };

/** All that somebody has said so far, with one change: what is stored is replaced whole. */
export function inputWith(preferences: Preferences, change: Change): PreferencesInput {
  const { categories } = preferences;
  const quietHours = 'quietHours' in change ? change.quietHours : preferences.quiet_hours;
  const digest = 'digest' in change ? change.digest : preferences.digest;
  const cells = categories.flatMap(({ key, cells: own }) =>
    own
      .filter(({ source, channel }) => source === 'cell' && !('cell' in change && isCell(change.cell, key, channel)))
      .map(({ channel, enabled }) => ({ category: key, channel, enabled })),
  );
  if ('cell' in change && change.to !== null) {
    const [category, channel] = change.cell;
    cells.push({ category, channel, enabled: change.to });
  }
  return {
    cells,
    categories: categories.flatMap((category) => {
      const on = 'category' in change && change.category === category.key ? change.to : saidOfCategory(category);
      return on === null ? [] : [{ category: category.key, enabled: on }];
    }),
    channels: channelsOf(preferences).flatMap((channel) => {
      const on = 'channel' in change && change.channel === channel ? change.to : saidOfChannel(preferences, channel);
      return on === null ? [] : [{ channel, enabled: on }];
    }),
    ...(quietHours && { quiet_hours: quietHours }),
    ...(digest && { digest }),
  };
}

const isCell = ([category, channel]: readonly [string, Channel], key: string, one: Channel): boolean =>
  category === key && channel === one;

export const channelsOf = ({ categories }: Preferences): readonly Channel[] =>
  categories.at(0)?.cells.map(({ channel }) => channel) ?? [];

/** What somebody has said of a category as a whole; null for nothing. */
export const saidOfCategory = ({ cells }: Category): boolean | null =>
  cells.find(({ source }) => source === 'category')?.enabled ?? null;

/** The same of a channel. */
export function saidOfChannel({ categories }: Preferences, channel: Channel): boolean | null {
  const cells = categories.flatMap(({ cells: own }) => own.filter((one) => one.channel === channel));
  return cells.find(({ source }) => source === 'channel')?.enabled ?? null;
}
