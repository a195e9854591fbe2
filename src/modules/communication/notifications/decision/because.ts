import type { Locale } from '../../../../core/kernel/text';
import type { Decision, Rule } from './decide';

/** Why a channel carries a notice, or does not, in the words of whoever it is for. */
const RULES: Readonly<Record<Rule, Readonly<Record<Locale, readonly [on: string, off: string]>>>> = {
  mandatory: {
    en: ['Nobody can switch this off for this category.', ''],
    es: ['Nadie puede desactivarlo para esta categoría.', ''],
  },
  cell: {
    en: [
      'You have switched this channel on for this category.',
      'You have switched this channel off for this category.',
    ],
    es: ['Has activado este canal para esta categoría.', 'Has desactivado este canal para esta categoría.'],
  },
  category: {
    en: ['You have switched this category on.', 'You have switched this category off.'],
    es: ['Has activado esta categoría.', 'Has desactivado esta categoría.'],
  },
  channel: {
    en: ['You have switched this channel on.', 'You have switched this channel off.'],
    es: ['Has activado este canal.', 'Has desactivado este canal.'],
  },
  default: {
    en: ['It is on unless you say otherwise.', 'It is off unless you say otherwise.'],
    es: ['Está activado mientras no digas otra cosa.', 'Está desactivado mientras no digas otra cosa.'],
  },
  no_device: { en: ['', 'No device of yours is registered.'], es: ['', 'No hay ningún dispositivo tuyo registrado.'] },
  no_webhook: { en: ['', 'You have no webhook that is on.'], es: ['', 'No tienes ningún webhook activado.'] },
  address_unproven: {
    en: ['', 'Your e-mail address is not proven.'],
    es: ['', 'Tu dirección de correo no está confirmada.'],
  },
  not_configured: {
    en: ['', 'This installation has no such channel.'],
    es: ['', 'Esta instalación no tiene ese canal.'],
  },
  deactivated: { en: ['', 'Your account is deactivated.'], es: ['', 'Tu cuenta está desactivada.'] },
  resource_hidden: { en: ['', 'You may not view what it is about.'], es: ['', 'No puedes ver de qué trata.'] },
};
const WAITS = {
  wait: { en: 'It waits for the end of your quiet hours.', es: 'Espera a que acaben tus horas de silencio.' },
  digest: { en: 'It goes with your next digest.', es: 'Va con tu próximo resumen.' },
} as const;

/** The reason of a decision in a sentence or two. */
export function becauseOf({ rule, outcome }: Pick<Decision, 'rule' | 'outcome'>, locale: Locale): string {
  const said = RULES[rule][locale][outcome === 'off' ? 1 : 0];
  return outcome === 'wait' || outcome === 'digest' ? `${said} ${WAITS[outcome][locale]}` : said;
}
