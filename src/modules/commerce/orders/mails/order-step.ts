import { defineMail, letter } from '../../../communication/mail';

export interface OrderStepValues {
  readonly fullName: string;
  /** What people call the order. */
  readonly number: string;
  /** As the API has it. */
  readonly status: string;
}

/** A status without a word of ours is shown as the API has it. */
const STATUS_ES: Readonly<Record<string, string>> = {
  pending: 'pendiente',
  processing: 'en preparación',
  shipped: 'enviado',
  delivered: 'entregado',
  cancelled: 'cancelado',
};

export const ORDER_STEP = defineMail<OrderStepValues>('order-step', {
  en: ({ fullName, number, status }) =>
    letter(`Your order ${number} is ${status}`, [`Hello ${fullName},`, `your order ${number} is ${status} now.`]),
  es: ({ fullName, number, status }) => {
    const word = STATUS_ES[status] ?? status;
    return letter(`Tu pedido ${number} está ${word}`, [
      `Hola, ${fullName}:`,
      `Tu pedido ${number} está ahora ${word}.`,
    ]);
  },
});
