export const MailPermission = {
  /** Sends to anybody, 500 recipients an hour. */
  Send: 'send_mail',
  /** Sees what everybody has sent; templates, suppressions, domains. */
  Manage: 'manage_mail',
} as const;
