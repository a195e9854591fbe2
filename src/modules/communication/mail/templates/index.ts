import { changeEmail } from './change-email';
import { emailChanged } from './email-changed';
import { emailInUse } from './email-in-use';
import { gradesRecorded } from './grades-recorded';
import { message } from './message';
import { orderConfirmation } from './order-confirmation';
import { orderStep } from './order-step';
import { passwordChanged } from './password-changed';
import { reportReady } from './report-ready';
import { resetPassword } from './reset-password';
import { Letter, Link, linksBelow } from './template';
import { verifyEmail } from './verify-email';

const TEMPLATES = {
  'change-email': changeEmail,
  'email-changed': emailChanged,
  'email-in-use': emailInUse,
  'grades-recorded': gradesRecorded,
  message,
  'order-confirmation': orderConfirmation,
  'order-step': orderStep,
  'password-changed': passwordChanged,
  'report-ready': reportReady,
  'reset-password': resetPassword,
  'verify-email': verifyEmail,
} as const;

export type TemplateName = keyof typeof TEMPLATES;
export type TemplateValues<T extends TemplateName> = Parameters<(typeof TEMPLATES)[T]>[0];

/** The letter of a template, its links below PUBLIC_URL. */
export function render(name: TemplateName, values: TemplateValues<TemplateName>, publicUrl: string): Letter {
  const template = TEMPLATES[name] as (values: TemplateValues<TemplateName>, link: Link) => Letter;
  return template(values, linksBelow(publicUrl));
}
