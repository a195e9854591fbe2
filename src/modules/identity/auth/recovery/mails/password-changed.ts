import { defineMail, letter } from '../../../../communication/mail';

export interface PasswordChangedValues {
  readonly fullName: string;
}

export const PASSWORD_CHANGED = defineMail<PasswordChangedValues>('password-changed', ({ fullName }, link) =>
  letter('Your password was changed', [
    `Hello ${fullName},`,
    'the password of your account was changed just now, and its other sessions were ended.',
    'If it was not you, set a new one at once:',
    { link: link('/reset', {}), label: 'Set a new password' },
  ]),
);
