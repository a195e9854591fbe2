import { defineCategory } from '../../communication/notifications';
import type { OrderStatus } from './entities/order.entity';

/** Their letters are mails of their own, so these go by the other channels unless somebody wants both. */
export const ORDER_PLACED = defineCategory<{ number: string }>('orders.placed', {
  sentence: { en: 'An order of mine is placed.', es: 'Se realiza un pedido mío.' },
  texts: {
    en: ({ number }) => ({ title: `Order ${number} is placed`, body: 'You are told when it goes on its way.' }),
    es: ({ number }) => ({ title: `Pedido ${number} realizado`, body: 'Se te avisará cuando se ponga en camino.' }),
  },
});

const STATUS: Readonly<Record<OrderStatus, { readonly en: string; readonly es: string }>> = {
  pending: { en: 'waiting', es: 'pendiente' },
  processing: { en: 'being prepared', es: 'en preparación' },
  shipped: { en: 'on its way', es: 'en camino' },
  delivered: { en: 'delivered', es: 'entregado' },
  cancelled: { en: 'cancelled', es: 'cancelado' },
};

export const ORDER_MOVED = defineCategory<{ number: string; to: OrderStatus }>('orders.moved', {
  sentence: { en: 'An order of mine moves on, or is cancelled.', es: 'Un pedido mío avanza o se cancela.' },
  texts: {
    en: ({ number, to }) => ({
      title: `Order ${number} is ${STATUS[to].en}`,
      body: 'Its steps are shown with the order.',
    }),
    es: ({ number, to }) => ({ title: `Pedido ${number}: ${STATUS[to].es}`, body: 'Sus pasos se ven en el pedido.' }),
  },
});
