import { defineMail, letter } from '../../../communication/mail';

export interface OrderStepValues {
  readonly fullName: string;
  /** What people call the order. */
  readonly number: string;
  /** As the API has it. */
  readonly status: string;
}

export const ORDER_STEP = defineMail<OrderStepValues>('order-step', ({ fullName, number, status }) =>
  letter(`Your order ${number} is ${status}`, [`Hello ${fullName},`, `your order ${number} is ${status} now.`]),
);
