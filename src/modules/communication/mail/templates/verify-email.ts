import { Letter, letter, Link } from './template';

export interface VerifyEmailValues {
  readonly fullName: string;
  readonly token: string;
  readonly days: number;
}

export function verifyEmail({ fullName, token, days }: VerifyEmailValues, link: Link): Letter {
  return letter('Confirm your e-mail address', [
    `Hello ${fullName},`,
    'please confirm that this is your address:',
    { link: link('/verify', { token }), label: 'Confirm the address' },
    `The link works once, for ${days} days. If you have not registered, leave it alone.`,
  ]);
}
