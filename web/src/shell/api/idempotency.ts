/** A header of `Idempotency-Key`, to be sent with the call it belongs to. */
export type Keyed = { readonly 'Idempotency-Key': string };

/** Keys for the calls of one form: the same for the same content until it has been answered, so that no repetition makes a second thing. */
export class Keys {
  private last: { readonly content: string; readonly key: string } | null = null;

  /** @param newKey gives a key that nobody has had */
  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  of(values: unknown): Keyed {
    const content = JSON.stringify(values) ?? '';
    if (this.last?.content !== content) this.last = { content, key: this.newKey() };
    return { 'Idempotency-Key': this.last.key };
  }

  /** The next call is another one, even with the same content. */
  answered(): void {
    this.last = null;
  }
}
