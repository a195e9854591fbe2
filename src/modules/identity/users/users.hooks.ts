/** Called inside the transaction that changes what a user may do, or is called. */
export type RightsListener = (userId: string) => Promise<unknown>;
/** Throws an error of its module when the account must stay. Called inside the erasing transaction. */
export type EraseCheck = (userId: string) => Promise<unknown>;
/** Removes what its module keeps of the person. Called inside the erasing transaction. */
export type EraseListener = (userId: string) => Promise<unknown>;
/** What its module keeps of the person: JSON-safe, with the names of the wire. */
export type ExportCollector = (userId: string) => Promise<unknown>;

/** Where modules that know users register what must happen with a change of an account. */
export class UserHooks {
  private readonly rightsListeners: RightsListener[] = [];
  private readonly eraseChecks: EraseCheck[] = [];
  private readonly eraseListeners: EraseListener[] = [];
  private readonly collectors = new Map<string, ExportCollector>();

  /** Something that must be in the transaction that changes a user's rights. */
  onRightsChanged(listener: RightsListener): void {
    this.rightsListeners.push(listener);
  }

  /** Something that may speak against erasing an account: open orders, say. */
  beforeErase(check: EraseCheck): void {
    this.eraseChecks.push(check);
  }

  /** Something that has personal data of its own to erase. */
  onErase(listener: EraseListener): void {
    this.eraseListeners.push(listener);
  }

  /** A section of the export. @throws Error when the name is taken */
  onExport(name: string, collect: ExportCollector): void {
    if (this.collectors.has(name)) throw new Error(`Two sections of the export named ${name}`);
    this.collectors.set(name, collect);
  }

  protected async rightsChanged(userId: string): Promise<void> {
    for (const listener of this.rightsListeners) await listener(userId);
  }

  protected async erasing(userId: string): Promise<void> {
    for (const check of this.eraseChecks) await check(userId);
    for (const listener of this.eraseListeners) await listener(userId);
  }

  protected async collect(userId: string): Promise<Record<string, unknown>> {
    const sections: Record<string, unknown> = {};
    for (const [name, collect] of this.collectors) sections[name] = await collect(userId);
    return sections;
  }
}
