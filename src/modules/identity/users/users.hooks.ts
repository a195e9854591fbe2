/** Called inside the transaction that changes what a user may do, or is called. */
export type RightsListener = (userId: string) => Promise<unknown>;

/** Where modules that know users register what must happen with a change of an account's rights or name. */
export class UserHooks {
  private readonly rightsListeners: RightsListener[] = [];

  /** Something that must be in the transaction that changes a user's rights. */
  onRightsChanged(listener: RightsListener): void {
    this.rightsListeners.push(listener);
  }

  protected async rightsChanged(userId: string): Promise<void> {
    for (const listener of this.rightsListeners) await listener(userId);
  }
}
