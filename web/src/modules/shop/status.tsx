import { Badge } from '@mantine/core';
import type { components } from '../../shell/api';
import { msg, useTranslation } from '../../shell/text';

export type Order = components['schemas']['Order'];
export type Status = Order['status'];

/** In the order in which an order goes through them. */
export const STATUSES: readonly Status[] = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'];

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  pending: msg('Waiting'),
  processing: msg('Being packed'),
  shipped: msg('On its way'),
  delivered: msg('Delivered'),
  cancelled: msg('Cancelled'),
};

/** What an order may become next, but for cancelled. */
export const NEXT: Readonly<Partial<Record<Status, Status>>> = {
  pending: 'processing',
  processing: 'shipped',
  shipped: 'delivered',
};

/** Whether the goods have not left yet. */
export const mayCancel = (status: Status): boolean => status === 'pending' || status === 'processing';

const COLORS: Readonly<Record<Status, string>> = {
  pending: 'yellow',
  processing: 'ink',
  shipped: 'cyan',
  delivered: 'teal',
  cancelled: 'gray',
};

export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <Badge color={COLORS[status]} tt="none" autoContrast variant="dot">
      {t(STATUS_NAMES[status])}
    </Badge>
  );
}
