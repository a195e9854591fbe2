export const NotificationsPermission = {
  /** Sends notices to others. */
  Send: 'send_notifications',
  /** Sends notices that pass quiet hours. */
  SendCritical: 'send_critical',
  /** Sees why somebody was told, and what became of it. */
  Manage: 'manage_notifications',
} as const;
