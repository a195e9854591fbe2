import { defineMail, letter } from '../../../../communication/mail';

export interface PasswordChangedValues {
  readonly fullName: string;
}

export const PASSWORD_CHANGED = defineMail<PasswordChangedValues>('password-changed', {
  en: ({ fullName }, { link }) =>
    letter('Your password was changed', [
      `Hello ${fullName},`,
      'the password of your account was changed just now, and its other sessions were ended.',
      'If it was not you, set a new one at once:',
      { link: link('/reset', {}), label: 'Set a new password' },
    ]),
  es: ({ fullName }, { link }) =>
    letter('Tu contraseña ha cambiado', [
      `Hola, ${fullName}:`,
      'La contraseña de tu cuenta acaba de cambiar y se han cerrado las demás sesiones.',
      'Si no has sido tú, elige una nueva ahora mismo:',
      { link: link('/reset', {}), label: 'Elegir una contraseña nueva' },
    ]),
});
