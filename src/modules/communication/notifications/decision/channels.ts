/** The ways by which somebody is told. */
export const CHANNELS = ['in_app', 'web_push', 'fcm', 'email', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Those by which something is sent. */
export type SentChannel = Exclude<Channel, 'in_app'>;

/** Those that quiet hours hold back: they ring, or light up a screen. */
export const LOUD: readonly Channel[] = ['web_push', 'fcm', 'email'];
