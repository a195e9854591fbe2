export const GatewayPermission = { Read: 'read_gateway' } as const;
