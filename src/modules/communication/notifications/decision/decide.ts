import type { Priority } from './priority';
import { Channel, CHANNELS, LOUD } from './channels';
import { Digest, nextDigest } from './digest-time';
import { QuietHours, quietUntil } from './quiet-hours';

export type { Digest, QuietHours };

/** What somebody has switched on or off: for a category by a channel, a category, or a channel. Absent where they have not said. */
export interface Switches {
  readonly cells?: Readonly<Record<string, Partial<Record<Channel, boolean>>>>;
  readonly categories?: Readonly<Record<string, boolean>>;
  readonly channels?: Partial<Readonly<Record<Channel, boolean>>>;
}

export interface Preferences {
  readonly switches: Switches;
  readonly quietHours: QuietHours | null;
  readonly digest: Digest | null;
}

/** What a category says of itself. */
export interface CategoryRules {
  readonly key: string;
  /** Channels that nobody can switch off. */
  readonly mandatory: readonly Channel[];
  readonly defaults: Readonly<Record<Channel, boolean>>;
}

/** Which of the rules has said that a channel is on or off, the strongest first. */
export const SOURCES = ['mandatory', 'cell', 'category', 'channel', 'default'] as const;
export type Source = (typeof SOURCES)[number];

/** Why a channel can carry nothing to somebody. */
export const OBSTACLES = ['no_device', 'no_webhook', 'address_unproven', 'not_configured'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export type Rule = Source | Obstacle | 'deactivated' | 'resource_hidden';

/** Everything that a decision depends on. */
export interface DecisionInput {
  readonly category: CategoryRules;
  readonly priority: Priority;
  readonly preferences: Preferences;
  /** Of the recipient. */
  readonly timeZone: string;
  readonly isActive: boolean;
  /** Whether they may view what it is about. */
  readonly maySee: boolean;
  /** Channels that cannot reach them. */
  readonly obstacles: Partial<Readonly<Record<Channel, Obstacle>>>;
  /** When, ms. */
  readonly atMs: number;
}

/** off: not by this channel. now: at once. wait: at the end of quiet hours. digest: with the next digest. */
export type DecisionOutcome = 'off' | 'now' | 'wait' | 'digest';

/** What is decided for one channel. JSON-safe: it is stored with the notice. */
export interface Decision {
  readonly channel: Channel;
  readonly outcome: DecisionOutcome;
  readonly rule: Rule;
  /** ISO text of when it may be sent; null for at once, and for never. */
  readonly notBefore: string | null;
}

/** Whether a channel is on for a category, and by which rule. */
export function switchOf(
  { key, mandatory, defaults }: CategoryRules,
  { cells, categories, channels }: Switches,
  channel: Channel,
): { isOn: boolean; source: Source } {
  if (mandatory.includes(channel)) return { isOn: true, source: 'mandatory' };
  const said: readonly (readonly [Source, boolean | undefined])[] = [
    ['cell', cells?.[key]?.[channel]],
    ['category', categories?.[key]],
    ['channel', channels?.[channel]],
  ];
  for (const [source, isOn] of said) if (isOn !== undefined) return { isOn, source };
  return { isOn: defaults[channel], source: 'default' };
}

/** What becomes of a notice by each channel. It reads no clock and no database: the same input has the same answer. */
export function decide(input: DecisionInput): Decision[] {
  return CHANNELS.map((channel) => decideFor(channel, input));
}

function decideFor(channel: Channel, input: DecisionInput): Decision {
  const off = (rule: Rule): Decision => ({ channel, outcome: 'off', rule, notBefore: null });
  if (!input.isActive) return off('deactivated');
  if (!input.maySee) return off('resource_hidden');
  const { isOn, source } = switchOf(input.category, input.preferences.switches, channel);
  if (!isOn) return off(source);
  const obstacle = input.obstacles[channel];
  if (obstacle) return off(obstacle);
  return { channel, rule: source, ...timeOf(channel, input) };
}

function timeOf(channel: Channel, input: DecisionInput): Pick<Decision, 'outcome' | 'notBefore'> {
  const { atMs, priority, preferences, timeZone, category } = input;
  const { digest, quietHours } = preferences;
  if (priority === 'critical' || !LOUD.includes(channel)) return { outcome: 'now', notBefore: null };
  const isApart = priority === 'high' || category.mandatory.includes(channel);
  if (channel === 'email' && digest && !isApart) {
    return { outcome: 'digest', notBefore: isoOf(nextDigest(atMs, timeZone, digest)) };
  }
  const until = quietHours && quietUntil(atMs, timeZone, quietHours);
  return until === null ? { outcome: 'now', notBefore: null } : { outcome: 'wait', notBefore: isoOf(until) };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
