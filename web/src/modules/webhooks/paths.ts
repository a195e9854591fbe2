export const DELIVERIES = '/api/v1/webhooks/{id}/deliveries';
