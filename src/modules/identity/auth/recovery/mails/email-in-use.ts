import { defineMail, letter } from '../../../../communication/mail';

/** Nothing of who asked: whoever has the address learns no more than that it was tried. */
export const EMAIL_IN_USE = defineMail<Readonly<Record<string, never>>>('email-in-use', () =>
  letter('Your e-mail address was given for another account', [
    'Hello,',
    'somebody wants to make this the address of their account. You have an account with it already, so nothing has changed.',
    'If it was you, log in with this address, or take another one for the other account. If not, there is nothing to do.',
  ]),
);
