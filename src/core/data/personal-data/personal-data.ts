import { Injectable } from '@nestjs/common';

/** What a module keeps of a person. Every method runs inside the transaction that erases or exports the account. */
export interface PersonalDataKeeper {
  /** @throws an error of its module when the account must stay: open orders, say */
  assertErasable?(userId: string): Promise<unknown>;
  /** Removes, or empties, what the module keeps of the person. */
  erase?(userId: string): Promise<unknown>;
  /** Sections of "everything kept about me" by name: JSON-safe, with the names of the wire. */
  export?(userId: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Everything that modules keep of a person; the users module calls it when an account is erased or exported. */
@Injectable()
export class PersonalData {
  private readonly keepers: PersonalDataKeeper[] = [];

  register(keeper: PersonalDataKeeper): void {
    this.keepers.push(keeper);
  }

  /** Asks every module first, then erases in each: those that build on others before these. @throws the error of the module that speaks against it */
  async erase(userId: string): Promise<void> {
    for (const keeper of this.keepers) await keeper.assertErasable?.(userId);
    for (const keeper of [...this.keepers].reverse()) await keeper.erase?.(userId);
  }

  /** @throws Error when two modules have a section of the same name */
  async export(userId: string): Promise<Record<string, unknown>> {
    const sections: Record<string, unknown> = {};
    for (const keeper of this.keepers) {
      for (const [name, content] of Object.entries((await keeper.export?.(userId)) ?? {})) {
        if (name in sections) throw new Error(`Two sections of the export are named ${name}`);
        sections[name] = content;
      }
    }
    return sections;
  }
}
