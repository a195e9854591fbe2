import { ByLocale, defineWords } from '../../../../core/kernel/text';
import type { OrderStatus } from '../entities/order.entity';

/** In English as the API has them, for these are in CSV too. */
export const STATUSES: ByLocale<Readonly<Record<OrderStatus, string>>> = {
  en: {
    pending: 'pending',
    processing: 'processing',
    shipped: 'shipped',
    delivered: 'delivered',
    cancelled: 'cancelled',
  },
  es: {
    pending: 'pendiente',
    processing: 'en proceso',
    shipped: 'enviado',
    delivered: 'entregado',
    cancelled: 'cancelado',
  },
};

/** What the shop says in a report. */
export const REPORT_WORDS = defineWords({
  en: {
    sales: 'Sales',
    ownOrders: 'Your orders',
    orders: 'Orders',
    sumIn: (currency: string) => `Sum in ${currency}`,
    meanIn: (currency: string) => `Mean in ${currency}`,
    byStatus: 'Orders by status',
    byDay: 'Orders by day, the last with any',
    boughtMost: 'What was bought most',
    product: 'Product',
    products: 'Products',
    pieces: 'Pieces',
    sum: 'Sum',
    stock: 'Stock',
    onHand: 'Pieces on hand',
    soldOut: 'Sold out',
    byCategory: 'Products by category',
    category: 'Category',
    categories: 'Categories',
  },
  es: {
    sales: 'Ventas',
    ownOrders: 'Tus pedidos',
    orders: 'Pedidos',
    sumIn: (currency) => `Suma en ${currency}`,
    meanIn: (currency) => `Media en ${currency}`,
    byStatus: 'Pedidos por estado',
    byDay: 'Pedidos por día, los últimos con alguno',
    boughtMost: 'Lo más comprado',
    product: 'Producto',
    products: 'Productos',
    pieces: 'Unidades',
    sum: 'Suma',
    stock: 'Existencias',
    onHand: 'Unidades disponibles',
    soldOut: 'Agotados',
    byCategory: 'Productos por categoría',
    category: 'Categoría',
    categories: 'Categorías',
  },
});
