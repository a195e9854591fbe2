import type { Locale } from '../../../../core/kernel/text';
import { ExtensionPoint } from '../../../../core/module';
import type { Channel } from '../decision/channels';
import type { CategoryRules } from '../decision/decide';

/** What a notice says. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** How a category makes its notices from facts, in one language. */
export type WriteNotice<F> = (facts: F) => NoticeText;

/** A kind of notices that people switch on and off. */
export interface NotificationCategory<F = never> extends CategoryRules {
  /** What people are told by it, in a plain sentence. */
  readonly sentence: Readonly<Record<Locale, string>>;
  readonly texts: Readonly<Record<Locale, WriteNotice<F>>>;
}

interface CategoryOptions<F> {
  readonly sentence: Readonly<Record<Locale, string>>;
  readonly texts: Readonly<Record<Locale, WriteNotice<F>>>;
  /** Channels that are on, or off, unless somebody says otherwise. All are on but e-mail. */
  readonly defaults?: Partial<Readonly<Record<Channel, boolean>>>;
  /** Channels that nobody can switch off. */
  readonly mandatory?: readonly Channel[];
}

const DEFAULTS: Readonly<Record<Channel, boolean>> = {
  in_app: true,
  web_push: true,
  fcm: true,
  email: false,
  webhook: true,
};

/** Categories of other modules. */
export const NOTIFICATION_CATEGORIES = new ExtensionPoint<NotificationCategory>('notifications.categories');

/**
 * Declares a category; the module's manifest adds it to `NOTIFICATION_CATEGORIES`. @param key the module first, as `orders.placed`;
 * preferences of people have it, so it stays
 * @example
 * export const ORDER_PLACED = defineCategory<{ number: string }>('orders.placed', {
 *   sentence: { en: 'An order of mine is placed.', es: 'Se realiza un pedido mío.' },
 *   texts: {
 *     en: ({ number }) => ({ title: `Order ${number} is placed`, body: 'We tell you when it leaves.' }),
 *     es: ({ number }) => ({ title: `Pedido ${number} realizado`, body: 'Te avisaremos cuando salga.' }),
 *   },
 * });
 */
export function defineCategory<F extends object>(
  key: string,
  { sentence, texts, defaults, mandatory = [] }: CategoryOptions<F>,
): NotificationCategory<F> {
  return { key, sentence, texts, mandatory, defaults: { ...DEFAULTS, ...defaults } };
}
