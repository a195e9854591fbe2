import { DateField, EnumField, IntField, ObjectListField, Output, StringField } from '../../../../../core/web/dto';
import { SLICE_MS } from '../history';
import type { Target } from '../target';
import type { Upstream } from '../upstream';

const INT_MAX = 2_147_483_647;
const STATES = ['well', 'ill', 'open', 'half_open'] as const;

@Output('GatewayTarget', 'One server of an upstream.')
export class GatewayTargetDto {
  @IntField({ min: 1, max: 1000, example: 1, description: 'As the configuration counts them.' })
  number: number;

  @StringField({ max: 2000, example: 'http://127.0.0.1:9001' })
  url: string;

  @EnumField(STATES, {
    example: 'well',
    description:
      'ill: its health checks fail. open: its breaker lets no call through. half_open: one call is looking whether it is back.',
  })
  state: string;

  @IntField({ min: 1, max: 1000, example: 1 })
  weight: number;

  @IntField({ min: 0, max: INT_MAX, example: 3, description: 'Calls under way on this instance.' })
  pending: number;

  @IntField({ min: 0, max: INT_MAX, example: 0, description: 'In a row, on this instance.' })
  failures: number;

  @StringField({ max: 100, nullable: true, example: 'ECONNREFUSED', description: 'Why the breaker opened.' })
  reason: string | null;

  @IntField({ min: 0, max: INT_MAX, nullable: true, example: 5, description: 'Until a call may look again, seconds.' })
  retryInS: number | null;

  @DateField({ description: 'When the breaker came into this state.' })
  since: Date;
}

@Output('GatewaySlice', 'What became of the calls within five seconds, on all instances.')
export class GatewaySliceDto {
  @DateField({ description: 'Its beginning.' })
  at: Date;

  @IntField({ min: 0, max: INT_MAX, example: 40, description: 'Answers below 500.' })
  answered: number;

  @IntField({
    min: 0,
    max: INT_MAX,
    example: 1,
    description: 'Answers of 500 and above, late or cut ones, no connection.',
  })
  failed: number;

  @IntField({ min: 0, max: INT_MAX, example: 0, description: 'Refused without a call.' })
  refused: number;

  @IntField({ min: 0, max: INT_MAX, example: 0, description: 'Tried again at another target.' })
  retried: number;

  @IntField({ min: 0, max: INT_MAX, nullable: true, example: 12, description: 'Mean time to the first byte, ms.' })
  meanMs: number | null;

  @IntField({ min: 0, max: 1000, example: 0, description: 'Targets that were set aside at some time in it.' })
  ill: number;
}

@Output('GatewayUpstream')
export class GatewayUpstreamDto {
  @StringField({ max: 50, example: 'billing' })
  name: string;

  @EnumField(['well', 'degraded', 'down'], { example: 'well', description: 'All, some or no targets can be called.' })
  state: string;

  @StringField({ max: 500, example: 'All targets are well.', description: 'The state in words.' })
  explanation: string;

  @StringField({ max: 100, example: 'signed_in', description: '`public`, `signed_in` or a permission.' })
  access: string;

  @EnumField(['round_robin', 'weighted', 'least_pending'], { example: 'round_robin' })
  balance: string;

  @ObjectListField(() => GatewayTargetDto)
  targets: GatewayTargetDto[];

  @ObjectListField(() => GatewaySliceDto, { description: 'The last five minutes, the oldest first.' })
  history: GatewaySliceDto[];
}

@Output('Gateway', 'What is behind the gateway, and how it does.')
export class GatewayDto {
  @ObjectListField(() => GatewayUpstreamDto)
  items: GatewayUpstreamDto[];

  @IntField({ min: 0, max: INT_MAX, example: 1 })
  count: number;
}

export function toUpstreamDto({ name, config, targets, history }: Upstream): GatewayUpstreamDto {
  const shown = targets.map(toTargetDto);
  const well = shown.filter(({ state }) => state === 'well').length;
  return {
    name,
    state: well === shown.length ? 'well' : well > 0 ? 'degraded' : 'down',
    explanation: shown.every(({ state }) => state === 'well')
      ? 'All targets are well.'
      : shown.flatMap(inWords).join(' '),
    access: config.access,
    balance: config.balance,
    targets: shown,
    history: history.all().map(({ index, answered, failed, refused, retried, totalMs, ill }) => ({
      at: new Date(index * SLICE_MS),
      ...{ answered, failed, refused, retried, ill },
      meanMs: answered > 0 ? Math.round(totalMs / answered) : null,
    })),
  };
}

function toTargetDto({ number, url, weight, pending, state, breaker }: Target): GatewayTargetDto {
  const { failures, reason, retryInMs, changedAt } = breaker.status;
  return {
    ...{ number, state, weight, pending, failures, reason },
    url: url.href.replace(/\/$/, ''),
    retryInS: state === 'open' ? Math.ceil(retryInMs / 1000) : null,
    since: changedAt,
  };
}

function inWords({ number, state, reason, retryInS }: GatewayTargetDto): string[] {
  if (state === 'ill') return [`Target ${number} fails its health checks and is not called.`];
  if (state === 'open') {
    const when = retryInS ? `in ${retryInS} s` : 'now';
    return [`Target ${number} is not called after failures (${reason ?? 'unknown'}); one call looks again ${when}.`];
  }
  return state === 'half_open' ? [`One call looks whether target ${number} is back.`] : [];
}
