import { defineMail, letter } from '../../../../communication/mail';

export interface ResetPasswordValues {
  readonly fullName: string;
  readonly token: string;
  readonly minutes: number;
}

export const RESET_PASSWORD = defineMail<ResetPasswordValues>('reset-password', {
  en: ({ fullName, token, minutes }, { link }) =>
    letter('Set a new password', [
      `Hello ${fullName},`,
      'somebody, we hope you, wants to set a new password for your account. Do it here:',
      { link: link('/reset', { token }), label: 'Set a new password' },
      `The link works once, for ${minutes} minutes. If it was not you, there is nothing to do: your password stays.`,
    ]),
  es: ({ fullName, token, minutes }, { link }) =>
    letter('Elige una contraseña nueva', [
      `Hola, ${fullName}:`,
      'Alguien, esperamos que tú, quiere elegir una contraseña nueva para tu cuenta. Hazlo aquí:',
      { link: link('/reset', { token }), label: 'Elegir una contraseña nueva' },
      `El enlace funciona una sola vez, durante ${minutes} minutos. Si no has sido tú, no tienes que hacer nada: tu contraseña sigue siendo la misma.`,
    ]),
});
