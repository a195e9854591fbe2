import { defineMail, letter } from '../../../../communication/mail';

export interface ChangeEmailValues {
  readonly fullName: string;
  readonly token: string;
  readonly hours: number;
}

export const CHANGE_EMAIL = defineMail<ChangeEmailValues>('change-email', {
  en: ({ fullName, token, hours }, { link }) =>
    letter('Confirm your new e-mail address', [
      `Hello ${fullName},`,
      'please confirm that this is the new address of your account:',
      { link: link('/verify', { token, purpose: 'change' }), label: 'Confirm the new address' },
      `The link works once, for ${hours} hours. If you have not asked for it, leave it alone: nothing changes.`,
    ]),
  es: ({ fullName, token, hours }, { link }) =>
    letter('Confirma tu nueva dirección de correo', [
      `Hola, ${fullName}:`,
      'Confirma que esta es la nueva dirección de tu cuenta:',
      { link: link('/verify', { token, purpose: 'change' }), label: 'Confirmar la nueva dirección' },
      `El enlace funciona una sola vez, durante ${hours} horas. Si no lo has pedido, no hagas nada: no cambiará nada.`,
    ]),
});
