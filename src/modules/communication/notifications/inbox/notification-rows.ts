import { serialise } from '../../../../core/web/dto';
import { NotificationDto } from './dto/notification.dto';
import type { ChangeKind } from './entities/notification-change.entity';
import type { Priority } from '../decision/priority';

/** A notice as it is read. */
export interface NotificationRow extends Record<string, unknown> {
  readonly id: string;
  readonly userId: string;
  readonly senderId: string | null;
  readonly seq: number | null;
  readonly category: string;
  readonly type: string | null;
  readonly title: string;
  readonly body: string;
  readonly actionUrl: string | null;
  readonly priority: Priority;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly count: number;
  readonly readAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Of `notifications n`. */
export const NOTIFICATION_COLUMNS = `n.id, n.user_id AS "userId", n.sender_id AS "senderId", n.seq, n.category, n.type, n.title, n.body,
  n.action_url AS "actionUrl", n.priority, n.resource_type AS "resourceType", n.resource_id AS "resourceId", n.count, n.read_at AS "readAt",
  n.created_at AS "createdAt", n.updated_at AS "updatedAt"`;

export function toNotificationDto(row: NotificationRow): NotificationDto {
  const { id, userId, senderId, seq, category, type, title, body, actionUrl, priority, count } = row;
  const { resourceType, resourceId, readAt, createdAt, updatedAt } = row;
  const resource = resourceType === null || resourceId === null ? null : { type: resourceType, id: resourceId };
  return {
    id,
    userId,
    senderId,
    seq,
    category,
    type,
    title,
    body,
    actionUrl,
    priority,
    resource,
    count,
    readAt,
    createdAt,
    updatedAt,
  };
}

/** A change as streams and sockets have it. @param seq of the change */
export function changeFrame(kind: ChangeKind, seq: number, row: NotificationRow): string {
  if (kind === 'deleted') return deletedFrame(seq, row.id);
  return `{"type":"${kind}","seq":${seq},"notification":${serialise(NotificationDto, toNotificationDto(row))}}`;
}

export const deletedFrame = (seq: number, id: string): string => JSON.stringify({ type: 'deleted', seq, id });

/** Tells a client that changes which it has not had are gone: it reads the list anew, and goes on from this number. */
export const resetFrame = (seq: number): string => JSON.stringify({ type: 'reset', seq });
