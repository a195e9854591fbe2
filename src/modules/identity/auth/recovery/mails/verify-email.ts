import { defineMail, letter } from '../../../../communication/mail';

export interface VerifyEmailValues {
  readonly fullName: string;
  readonly token: string;
  readonly days: number;
}

export const VERIFY_EMAIL = defineMail<VerifyEmailValues>('verify-email', {
  en: ({ fullName, token, days }, { link }) =>
    letter('Confirm your e-mail address', [
      `Hello ${fullName},`,
      'please confirm that this is your address:',
      { link: link('/verify', { token }), label: 'Confirm the address' },
      `The link works once, for ${days} days. If you have not registered, leave it alone.`,
    ]),
  es: ({ fullName, token, days }, { link }) =>
    letter('Confirma tu dirección de correo', [
      `Hola, ${fullName}:`,
      'Confirma que esta dirección es tuya:',
      { link: link('/verify', { token }), label: 'Confirmar la dirección' },
      `El enlace funciona una sola vez, durante ${days} días. Si no te has registrado, no hagas nada.`,
    ]),
});
