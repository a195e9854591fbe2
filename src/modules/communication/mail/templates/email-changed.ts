import { Letter, letter } from './template';

export interface EmailChangedValues {
  readonly fullName: string;
}

export const emailChanged = ({ fullName }: EmailChangedValues): Letter =>
  letter('The e-mail address of your account was changed', [
    `Hello ${fullName},`,
    'your account has another e-mail address from now on, and no more mails come to this one.',
    'If it was not you, tell whoever runs this service at once: this address opens the account no longer.',
  ]);
