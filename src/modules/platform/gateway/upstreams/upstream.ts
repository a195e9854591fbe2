import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayUpstream, PLAIN_ACCESS } from './gateway-upstreams';
import { parseRateLimit, RateLimit } from '../../../../core/kernel/config';
import { Breakers, CircuitOpen, Permit } from '../../../../core/outbound';
import { Balancer } from './balancer';
import { BodySchema } from '../proxy/body-schema';
import { UpstreamUnavailable } from '../gateway.errors';
import { Count, History } from './history';
import { RetryBudget } from './retry-budget';
import { Target } from './target';

/** What holds for one call, by its route. */
export interface CallRules {
  /** null: anybody may. */
  readonly permissions: readonly string[] | null;
  /** Windows it counts in, by name, besides the one of the whole application. */
  readonly limits: readonly { readonly name: string; readonly limit: RateLimit }[];
  readonly firstByteMs: number;
  readonly wholeMs: number;
  readonly schema: BodySchema | null;
}

interface Route {
  readonly match: RegExp;
  readonly methods: ReadonlySet<string> | null;
  readonly rules: CallRules;
}

/** A target that was chosen, and the leave to call it. */
export interface Selection {
  readonly target: Target;
  readonly permit: Permit;
}

/** What one entry of the configuration has become: its targets, and which of them is asked. */
export class Upstream {
  readonly targets: readonly Target[];
  readonly history: History;
  /** Headers of the configuration for each call, name and value in turns. */
  readonly added: readonly string[];
  private readonly balancer: Balancer<Target>;
  private readonly budget: RetryBudget;
  private readonly routes: readonly Route[];
  private readonly rules: CallRules;

  constructor(
    readonly config: GatewayUpstream,
    breakers: Breakers,
    onCount: (what: Count) => void,
  ) {
    this.added = Object.entries(config.forward.headers).flat();
    this.history = new History(() => Date.now(), onCount);
    this.targets = config.targets.map((_, index) => new Target(index + 1, config, breakers));
    this.balancer = new Balancer(config.balance);
    this.budget = new RetryBudget(config.retries.budget);
    this.rules = rulesOf(config, null);
    this.routes = config.routes.map((route, index) => ({
      match: patternOf(route.path),
      methods: route.methods ? new Set(route.methods) : null,
      rules: rulesOf(config, index),
    }));
    for (const { breaker } of this.targets) breaker.onChange(() => this.lookAround());
  }

  get name(): string {
    return this.config.name;
  }

  /** Of the first route that names the call, else of the upstream. @param path decoded, without its query */
  rulesFor(method: string, path: string): CallRules {
    // What a HEAD may tell is what a GET may.
    const like = method === 'HEAD' ? 'GET' : method;
    const route = this.routes.find(({ match, methods }) => (!methods || methods.has(like)) && match.test(path));
    return route?.rules ?? this.rules;
  }

  /**
   * Chooses a target that has not been tried, and asks its breaker; at once but for a probe. @param mayFail whether the call can be
   * tried elsewhere: such a one is sent to a target that waits for its probe @throws UpstreamUnavailable when none can be called
   */
  choose(tried: readonly Target[], mayFail: boolean): Selection | Promise<Selection> {
    for (let refused = tried; ;) {
      const target = this.next(refused, mayFail);
      const without = (error: unknown): readonly Target[] => {
        if (!(error instanceof CircuitOpen)) throw error;
        return [...refused, target]; // it has just opened, or somebody else is its probe
      };
      try {
        const permit = target.breaker.admit();
        if (!(permit instanceof Promise)) return { target, permit };
        return permit.then(
          (ours) => ({ target, permit: ours }),
          (error: unknown) => this.choose(without(error), mayFail),
        );
      } catch (error) {
        refused = without(error);
      }
    }
  }

  /** Whether there is a target besides these. */
  hasOther(tried: readonly Target[]): boolean {
    return this.targets.some((one) => !tried.includes(one) && one.isUsable);
  }

  /** Whose turn it is. @throws UpstreamUnavailable */
  private next(refused: readonly Target[], mayFail: boolean): Target {
    const usable = this.targets.filter((one) => !refused.includes(one) && one.isUsable);
    if (usable.length === 0) throw this.unavailable();
    if (usable.length === 1) return usable[0];
    const due = usable.filter(({ breaker }) => breaker.isDue);
    if (due.length > 0 && (mayFail || due.length === usable.length)) return due[0];
    return this.balancer.pick(due.length === 0 ? usable : usable.filter((one) => !due.includes(one)));
  }

  countCall(): void {
    this.budget.call();
  }

  /** Whether the budget has one more try; it is counted then. */
  takeRetry(): boolean {
    if (!this.budget.take()) return false;
    this.history.count('retried');
    return true;
  }

  /** A little pause before it, each time a little else. */
  async backOff(): Promise<void> {
    const { backoff_ms: backoffMs } = this.config.retries;
    if (backoffMs > 0) await sleep(backoffMs * (0.5 + Math.random()));
  }

  /** Writes down how many targets are set aside just now. */
  lookAround(): void {
    this.history.sawIll(this.targets.filter(({ state }) => state !== 'well').length);
  }

  private unavailable(): UpstreamUnavailable {
    const waits = this.targets.map(({ breaker }) => breaker.retryInMs).filter((ms) => ms > 0);
    const retryAfterS = waits.length > 0 ? Math.max(1, Math.ceil(Math.min(...waits) / 1000)) : 1;
    return new UpstreamUnavailable({ retryAfterS });
  }
}

type UpstreamUnavailable = InstanceType<typeof UpstreamUnavailable>;

function rulesOf(config: GatewayUpstream, index: number | null): CallRules {
  const route = index === null ? null : config.routes[index];
  const access = route?.access ?? config.access;
  const limits = [
    ...(config.limit ? [{ name: `gateway:${config.name}`, limit: parseRateLimit(config.limit) }] : []),
    ...(route?.limit ? [{ name: `gateway:${config.name}:${index}`, limit: parseRateLimit(route.limit) }] : []),
  ];
  return {
    permissions: access === 'public' ? null : PLAIN_ACCESS.includes(access) ? [] : [access],
    limits,
    firstByteMs: route?.first_byte_ms ?? config.timeouts.first_byte_ms,
    wholeMs: route?.whole_ms ?? config.timeouts.whole_ms,
    schema: route?.schema ? new BodySchema(route.schema) : null,
  };
}

/** `/reports/{id}`: one segment in the place of the name; `/reports/*`: it and all below. */
function patternOf(path: string): RegExp {
  const below = path.endsWith('/*');
  const segments = (below ? path.slice(0, -2) : path).split('/').filter(Boolean);
  const words = segments.map((one) => (/^\{\w+\}$/.test(one) ? '[^/]+' : one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^/${words.join('/')}${below ? (words.length > 0 ? '(?:/.*)?' : '.*') : ''}$`);
}
