import { Injectable } from '@nestjs/common';
import { findContext } from '../../../core/kernel/context/context';
import { AppError } from '../../../core/kernel/errors';
import { Clock } from '../../../core/kernel/runtime';
import type { EvaluationDto } from './dto/expression.dto';
import { ExpressionInvalid, ExpressionLimit } from './expressions.errors';
import type { FeelMoment } from './feel';
import { assertContext, assertSource, FeelLimitExceeded } from './feel-limits';
import { FeelProcesses } from './feel-processes';

/** For work that nobody asked for. */
const NOBODY = 'system';

@Injectable()
export class ExpressionsService {
  constructor(
    private readonly processes: FeelProcesses,
    private readonly clock: Clock,
  ) {}

  /**
   * Evaluates an expression in FEEL. Numbers are doubles, so an amount of money is never calculated by one.
   * @param context JSON: the variables by name @param moment what `now()` and `today()` say; by default this moment, in UTC
   * @throws ExpressionInvalid, ExpressionLimit; Unavailable where it has no turn within four seconds
   * @example const { result } = await this.expressions.evaluate('sum(answers.points) / 2', { answers });
   */
  async evaluate(source: string, context: object, moment?: FeelMoment): Promise<EvaluationDto> {
    assertLimits(source, context);
    const owner = findContext()?.principal?.userId ?? NOBODY;
    const reply = await this.processes.run({ source, context, moment: moment ?? { nowMs: this.clock.nowMs() } }, owner);
    if ('limit' in reply) throw new ExpressionLimit({ limit: reply.limit });
    if ('invalid' in reply) throw new ExpressionInvalid(reply.invalid);
    const { result, warnings } = reply.outcome;
    return { result, warnings: [...warnings] };
  }

  /**
   * Whether a condition is met: its result is exactly `true`. Null, another value, an expression that is none and one beyond a limit
   * are no. @throws Unavailable where it has no turn within four seconds
   */
  async holds(source: string, context: object, moment?: FeelMoment): Promise<boolean> {
    try {
      return (await this.evaluate(source, context, moment)).result === true;
    } catch (error) {
      if (error instanceof ExpressionInvalid || error instanceof ExpressionLimit) return false;
      throw error as AppError;
    }
  }
}

/** Here already, so that nothing nested without end is written as a message. */
function assertLimits(source: string, context: object): void {
  try {
    assertSource(source);
    assertContext(context);
  } catch (error) {
    throw error instanceof FeelLimitExceeded ? new ExpressionLimit({ limit: error.limit }) : (error as Error);
  }
}
