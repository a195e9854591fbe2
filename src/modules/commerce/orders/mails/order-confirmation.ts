import { defineMail, letter } from '../../../communication/mail';

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

export const ORDER_CONFIRMATION = defineMail<OrderConfirmationValues>('order-confirmation', {
  en: ({ fullName, number, lines, total, shippingAddress }) =>
    letter(`Your order ${number}`, [
      `Hello ${fullName},`,
      `thank you for your order ${number}:`,
      [...lines, `Total: ${total}`].join('\n'),
      `We send it to:\n${shippingAddress}`,
    ]),
  es: ({ fullName, number, lines, total, shippingAddress }) =>
    letter(`Tu pedido ${number}`, [
      `Hola, ${fullName}:`,
      `Gracias por tu pedido ${number}:`,
      [...lines, `Total: ${total}`].join('\n'),
      `Lo enviamos a:\n${shippingAddress}`,
    ]),
});
