import { defineMail, letter } from '../../../../communication/mail';

/** Nothing of who asked: whoever has the address learns no more than that it was tried. */
export const EMAIL_IN_USE = defineMail<Readonly<Record<string, never>>>('email-in-use', {
  en: () =>
    letter('Your e-mail address was given for another account', [
      'Hello,',
      'somebody wants to make this the address of their account. You have an account with it already, so nothing has changed.',
      'If it was you, log in with this address, or take another one for the other account. If not, there is nothing to do.',
    ]),
  es: () =>
    letter('Alguien ha indicado tu dirección de correo para otra cuenta', [
      'Hola:',
      'Alguien quiere usar esta dirección para su cuenta. Ya tienes una cuenta con ella, así que no ha cambiado nada.',
      'Si has sido tú, inicia sesión con esta dirección o elige otra para la otra cuenta. Si no, no tienes que hacer nada.',
    ]),
});
