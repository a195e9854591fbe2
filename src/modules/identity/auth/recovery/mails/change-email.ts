import { defineMail, letter } from '../../../../communication/mail';

export interface ChangeEmailValues {
  readonly fullName: string;
  readonly token: string;
  readonly hours: number;
}

export const CHANGE_EMAIL = defineMail<ChangeEmailValues>('change-email', ({ fullName, token, hours }, link) =>
  letter('Confirm your new e-mail address', [
    `Hello ${fullName},`,
    'please confirm that this is the new address of your account:',
    { link: link('/verify', { token, purpose: 'change' }), label: 'Confirm the new address' },
    `The link works once, for ${hours} hours. If you have not asked for it, leave it alone: nothing changes.`,
  ]),
);
