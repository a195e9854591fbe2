import { defineMail, letter } from '../../../../communication/mail';

export interface EmailChangedValues {
  readonly fullName: string;
}

export const EMAIL_CHANGED = defineMail<EmailChangedValues>('email-changed', {
  en: ({ fullName }) =>
    letter('The e-mail address of your account was changed', [
      `Hello ${fullName},`,
      'your account has another e-mail address from now on, and no more mails come to this one.',
      'If it was not you, tell whoever runs this service at once: this address opens the account no longer.',
    ]),
  es: ({ fullName }) =>
    letter('La dirección de correo de tu cuenta ha cambiado', [
      `Hola, ${fullName}:`,
      'Desde ahora tu cuenta tiene otra dirección de correo y a esta no llegarán más mensajes.',
      'Si no has sido tú, avisa enseguida a quien administra este servicio: esta dirección ya no abre la cuenta.',
    ]),
});
