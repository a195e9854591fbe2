import { defineMail, letter } from '../../../../communication/mail';

export interface EmailChangedValues {
  readonly fullName: string;
}

export const EMAIL_CHANGED = defineMail<EmailChangedValues>('email-changed', ({ fullName }) =>
  letter('The e-mail address of your account was changed', [
    `Hello ${fullName},`,
    'your account has another e-mail address from now on, and no more mails come to this one.',
    'If it was not you, tell whoever runs this service at once: this address opens the account no longer.',
  ]),
);
