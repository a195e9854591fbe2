export const EventsPermission = { Manage: 'manage_events' } as const;
