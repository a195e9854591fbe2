import type { AuditEntry } from '../../../../core/data/audit';
import {
  DateField,
  EnumField,
  IdField,
  JsonField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../core/web/dto';

const OUTCOMES = ['success', 'failure'] as const;

@Output('AuditEntry', 'Who did what to which thing, from where.')
export class AuditEntryDto {
  @IdField()
  id: string;

  @DateField()
  at: Date;

  @StringField({ max: 100, example: 'users.updated' })
  action: string;

  @EnumField(OUTCOMES)
  outcome: string;

  @IdField({ nullable: true, description: 'Who; null for somebody unknown.' })
  actorId: string | null;

  @IdField({ nullable: true })
  sessionId: string | null;

  @StringField({ max: 300, nullable: true, example: 'user:0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a' })
  target: string | null;

  @StringField({ max: 100, nullable: true, example: '203.0.113.7' })
  clientIp: string | null;

  @StringField({ max: 300, nullable: true })
  userAgent: string | null;

  @StringField({ max: 200, nullable: true })
  requestId: string | null;

  @JsonField({ description: 'What else is known of it.', example: { fields: ['roles'] } })
  facts: Record<string, unknown>;
}

export class AuditPage extends PageOf(AuditEntryDto) {}

export class AuditQuery extends PageQuery {
  @IdField({ optional: true })
  actorId?: string;

  @StringField({ optional: true, max: 100, example: 'auth.login' })
  action?: string;

  @EnumField(OUTCOMES, { optional: true })
  outcome?: string;

  @StringField({ optional: true, max: 300, example: 'user:0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a' })
  target?: string;

  @DateField({ optional: true, description: 'From this instant on.' })
  from?: Date;

  @DateField({ optional: true, description: 'Before this instant.' })
  until?: Date;
}

export function toAuditEntryDto(entry: AuditEntry): AuditEntryDto {
  const { id, at, action, outcome, actorId, sessionId, target, clientIp, userAgent, requestId, facts } = entry;
  return { id, at, action, outcome, actorId, sessionId, target, clientIp, userAgent, requestId, facts };
}
