import { Letter, letter } from './template';

export interface OrderConfirmationValues {
  readonly fullName: string;
  /** What people call the order. */
  readonly number: string;
  /** Each as one line of text. */
  readonly lines: readonly string[];
  /** With its currency. */
  readonly total: string;
  readonly shippingAddress: string;
}

export function orderConfirmation(values: OrderConfirmationValues): Letter {
  const { fullName, number, lines, total, shippingAddress } = values;
  return letter(`Your order ${number}`, [
    `Hello ${fullName},`,
    `thank you for your order ${number}:`,
    [...lines, `Total: ${total}`].join('\n'),
    `We send it to:\n${shippingAddress}`,
  ]);
}
