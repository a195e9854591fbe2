/** What one module adds to another, as it stands in a manifest's `extends`. */
export interface Extension {
  readonly point: ExtensionPoint<unknown>;
  readonly items: readonly unknown[];
}

/**
 * A place where modules add something to the one that declares it: kinds to tasks, templates to mail.
 * @example export const MAIL_TEMPLATES = new ExtensionPoint<MailTemplate>('mail.templates');
 */
export class ExtensionPoint<T> {
  /** @param name the declaring module first */
  constructor(readonly name: string) {}

  add(...items: readonly T[]): Extension {
    return { point: this, items };
  }
}
