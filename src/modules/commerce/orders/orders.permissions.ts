export const OrdersPermission = { Manage: 'manage_orders' } as const;
