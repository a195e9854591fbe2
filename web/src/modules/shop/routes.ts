import {
  IconBuildingStore,
  IconChartBar,
  IconLayoutKanban,
  IconPackages,
  IconReceipt,
  IconShoppingCart,
} from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';
import { msg } from '../../shell/text/msg';

export default defineModule({
  name: 'shop',
  screens: [
    {
      path: '/shop',
      title: 'Browse',
      icon: IconBuildingStore,
      group: 'shop',
      firstStep: msg('Find something and buy it'),
      component: () => import('./browse'),
    },
    {
      path: '/shop/products/$id',
      title: 'Product',
      component: () => import('./product'),
    },
    {
      path: '/shop/cart',
      title: 'Cart',
      icon: IconShoppingCart,
      group: 'shop',
      component: () => import('./cart'),
    },
    {
      path: '/orders',
      title: 'My orders',
      icon: IconReceipt,
      group: 'shop',
      component: () => import('./orders'),
    },
    {
      path: '/orders/$id',
      title: 'Order',
      component: () => import('./order'),
    },
    {
      path: '/shop-office/orders',
      title: 'Orders board',
      icon: IconLayoutKanban,
      group: 'shop',
      permission: 'manage_orders',
      component: () => import('./board'),
    },
    {
      path: '/shop-office/products',
      title: 'Products and stock',
      icon: IconPackages,
      group: 'shop',
      permission: 'manage_catalog',
      component: () => import('./products'),
    },
    {
      path: '/shop-office/products/import',
      title: 'Products from a file',
      permission: 'manage_catalog',
      component: () => import('./import'),
    },
    {
      path: '/shop-office/sales',
      title: 'What sells',
      icon: IconChartBar,
      group: 'shop',
      permission: 'manage_orders',
      component: () => import('./sales'),
    },
  ],
  home: [
    {
      order: 30,
      component: () => import('./home-orders'),
    },
  ],
  head: () => import('./cart-button'),
});
