import { Letter, letter, Link } from './template';

export interface ChangeEmailValues {
  readonly fullName: string;
  readonly token: string;
  readonly hours: number;
}

export function changeEmail({ fullName, token, hours }: ChangeEmailValues, link: Link): Letter {
  return letter('Confirm your new e-mail address', [
    `Hello ${fullName},`,
    'please confirm that this is the new address of your account:',
    { link: link('/verify', { token, purpose: 'change' }), label: 'Confirm the new address' },
    `The link works once, for ${hours} hours. If you have not asked for it, leave it alone: nothing changes.`,
  ]);
}
