import { defineMail, letter } from '../../../../communication/mail';

export interface VerifyEmailValues {
  readonly fullName: string;
  readonly token: string;
  readonly days: number;
}

export const VERIFY_EMAIL = defineMail<VerifyEmailValues>('verify-email', ({ fullName, token, days }, link) =>
  letter('Confirm your e-mail address', [
    `Hello ${fullName},`,
    'please confirm that this is your address:',
    { link: link('/verify', { token }), label: 'Confirm the address' },
    `The link works once, for ${days} days. If you have not registered, leave it alone.`,
  ]),
);
