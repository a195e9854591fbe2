import { useState } from 'react';
import { api, AtriumError, ok, versioned } from '../../shell/api';
import { say, sayProblem } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { STATUS_NAMES, type Order, type Status } from './status';

/** Moves an order on from the status in which it is shown; where somebody else was first, that is said and nothing is moved. */
export function useMove(onMoved: () => Promise<unknown>) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<string | null>(null);
  const move = async (order: Order, status: Status): Promise<void> => {
    const path = { id: order.id };
    setBusy(order.id);
    try {
      const now = await versioned(api.GET('/api/v1/orders/{id}', { params: { path } }));
      if (now.value.status !== order.status) throw new AtriumError(412, undefined, null);
      const headers = { 'If-Match': now.etag, 'Idempotency-Key': crypto.randomUUID() };
      await ok(api.PUT('/api/v1/orders/{id}/status', { params: { path }, body: { status }, headers }));
      say(t('Order {{number}}: {{status}}.', { number: order.number, status: t(STATUS_NAMES[status]) }));
    } catch (error) {
      if (!(error instanceof AtriumError) || error.status !== 412) sayProblem(error);
      else say(t('Somebody else has moved order {{number}} meanwhile.', { number: order.number }));
    } finally {
      await onMoved();
      setBusy(null);
    }
  };
  return { move, busy };
}
