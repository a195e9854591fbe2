import { CHANNELS } from './channels';
import { decide, DecisionInput, switchOf } from './decide';

const CATEGORY = {
  key: 'orders.placed',
  mandatory: [],
  defaults: { in_app: true, web_push: true, fcm: true, email: false, webhook: true },
} as const;
const NOON = Date.parse('2026-03-10T12:00:00Z');
const NIGHT = Date.parse('2026-03-10T23:30:00Z');
const QUIET = { start: '22:00', end: '07:00' };

const input = (more: Partial<DecisionInput> = {}): DecisionInput => ({
  category: CATEGORY,
  priority: 'normal',
  preferences: { switches: {}, quietHours: null, digest: null },
  timeZone: 'UTC',
  isActive: true,
  maySee: true,
  obstacles: {},
  atMs: NOON,
  ...more,
});
const told = (more: Partial<DecisionInput> = {}): Record<string, string> =>
  Object.fromEntries(decide(input(more)).map(({ channel, outcome, rule }) => [channel, `${outcome} ${rule}`]));

describe('decide', () => {
  it('goes by the defaults of the category where nobody has said otherwise', () => {
    expect(told()).toEqual({
      in_app: 'now default',
      web_push: 'now default',
      fcm: 'now default',
      email: 'off default',
      webhook: 'now default',
    });
  });

  it('lets the strongest rule win: mandatory, cell, category, channel, default', () => {
    const cells = { 'orders.placed': { email: true } };
    const categories = { 'orders.placed': false };
    const channels = { email: false, webhook: false };
    const mandatory = { ...CATEGORY, mandatory: ['email'] } as const;
    const of = (category: DecisionInput['category'], switches: object): [boolean, string] => {
      const { isOn, source } = switchOf(category, switches, 'email');
      return [isOn, source];
    };
    expect(of(mandatory, { cells: { 'orders.placed': { email: false } } })).toEqual([true, 'mandatory']);
    expect(of(CATEGORY, { cells, categories, channels })).toEqual([true, 'cell']);
    expect(of(CATEGORY, { categories, channels: { email: true } })).toEqual([false, 'category']);
    expect(of(CATEGORY, { channels: { email: true } })).toEqual([true, 'channel']);
    expect(of(CATEGORY, { cells: { 'orders.moved': { email: true } } })).toEqual([false, 'default']);
  });

  it('reaches nobody who is deactivated or may not view what it is about, be it mandatory', () => {
    const category = { ...CATEGORY, mandatory: CHANNELS };
    for (const [more, rule] of [
      [{ isActive: false }, 'deactivated'],
      [{ maySee: false }, 'resource_hidden'],
    ] as const) {
      expect(new Set(Object.values(told({ ...more, category })))).toEqual(new Set([`off ${rule}`]));
    }
  });

  it('says what stands in the way of a channel that is on, and the switch where it is off', () => {
    const obstacles = { web_push: 'no_device', email: 'address_unproven' } as const;
    expect(told({ obstacles })).toMatchObject({ web_push: 'off no_device', email: 'off default' });
  });

  it('holds what is loud until quiet hours end, and nothing that is critical', () => {
    const preferences = { switches: { channels: { email: true } }, quietHours: QUIET, digest: null };
    expect(told({ preferences, atMs: NIGHT })).toEqual({
      in_app: 'now default',
      web_push: 'wait default',
      fcm: 'wait default',
      email: 'wait channel',
      webhook: 'now default',
    });
    const ends = decide(input({ preferences, atMs: NIGHT })).map(({ notBefore }) => notBefore);
    expect(ends).toEqual([null, ...Array<string>(3).fill('2026-03-11T07:00:00.000Z'), null]);
    expect(told({ preferences, atMs: NIGHT, priority: 'critical' })).toMatchObject({ web_push: 'now default' });
    expect(told({ preferences, atMs: NOON })).toMatchObject({ web_push: 'now default' });
  });

  it('puts mails into the digest, but for what is high or mandatory', () => {
    const digest = { frequency: 'daily', hour: 8, weekday: 1 } as const;
    const preferences = { switches: { channels: { email: true } }, quietHours: null, digest };
    const email = (more: Partial<DecisionInput>): unknown =>
      decide(input({ preferences, ...more })).find(({ channel }) => channel === 'email');
    expect(email({})).toMatchObject({ outcome: 'digest', notBefore: '2026-03-11T08:00:00.000Z' });
    expect(email({ priority: 'high' })).toMatchObject({ outcome: 'now' });
    expect(email({ category: { ...CATEGORY, mandatory: ['email'] } })).toMatchObject({ outcome: 'now' });
  });
});
