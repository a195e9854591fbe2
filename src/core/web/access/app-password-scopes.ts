/** Where app passwords may count. */
export const APP_PASSWORD_SCOPES = ['dav.files', 'dav.calendars', 'dav.contacts', 'smtp'] as const;
export type AppPasswordScope = (typeof APP_PASSWORD_SCOPES)[number];

/** The group of RATE_LIMITS in which doors count wrong app passwords, by address. */
export const APP_PASSWORD_FAILURES = 'app_passwords';
