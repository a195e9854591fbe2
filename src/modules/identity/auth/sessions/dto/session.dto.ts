import { BooleanField, DateField, IdField, IntField, Output, PageOf, StringField } from '../../../../../core/web/dto';
import type { Session } from '../entities/session.entity';

@Output('Session', 'One signed-in device.')
export class SessionDto {
  @IdField()
  id: string;

  @StringField({
    max: 300,
    nullable: true,
    description: 'As the device names itself (User-Agent).',
    example: 'curl/8.5.0',
  })
  device: string | null;

  @StringField({ max: 64, nullable: true, description: 'Where it logged in from.', example: '203.0.113.7' })
  address: string | null;

  @DateField()
  createdAt: Date;

  @DateField({ description: 'To the minute.' })
  lastUsedAt: Date;

  @DateField({ description: 'When it ends unless it is used, or in any case.' })
  expiresAt: Date;

  @BooleanField({ description: 'Whether it is the one that asks.', example: true })
  current: boolean;
}

@Output('SessionPage')
export class SessionPage extends PageOf(SessionDto) {}

/** @param currentId the session that asks */
export function toSessionDto(session: Session, currentId: string): SessionDto {
  const { id, userAgent, clientIp, createdAt, lastUsedAt, expiresAt, idleExpiresAt } = session;
  return {
    id,
    device: userAgent,
    address: clientIp,
    createdAt,
    lastUsedAt,
    expiresAt: expiresAt < idleExpiresAt ? expiresAt : idleExpiresAt,
    current: id === currentId,
  };
}

@Output('WsTicket')
export class WsTicketDto {
  @StringField({ max: 100, description: 'Good once.' })
  ticket: string;

  @IntField({ min: 1, max: 30, example: 30, description: 'Seconds.' })
  expiresIn: number;
}
