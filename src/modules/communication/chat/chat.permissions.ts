export const ChatPermission = { Manage: 'manage_chat' } as const;
