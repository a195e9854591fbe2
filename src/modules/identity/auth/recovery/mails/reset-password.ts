import { defineMail, letter } from '../../../../communication/mail';

export interface ResetPasswordValues {
  readonly fullName: string;
  readonly token: string;
  readonly minutes: number;
}

export const RESET_PASSWORD = defineMail<ResetPasswordValues>('reset-password', ({ fullName, token, minutes }, link) =>
  letter('Set a new password', [
    `Hello ${fullName},`,
    'somebody, we hope you, wants to set a new password for your account. Do it here:',
    { link: link('/reset', { token }), label: 'Set a new password' },
    `The link works once, for ${minutes} minutes. If it was not you, there is nothing to do: your password stays.`,
  ]),
);
