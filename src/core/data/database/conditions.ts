import { createHash } from 'node:crypto';
import { LONGEST_NAME, Statement, statement } from './statement';

/** A statement with the values that it is run with. */
export interface BoundStatement extends Statement {
  readonly values: readonly unknown[];
}

const NONE: readonly unknown[] = [];

/** Of a short name and many words. */
const shortened = (words: string): string => createHash('sha256').update(words).digest('base64url').slice(0, 16);

/** The values a statement brings with it. */
export const valuesOf = (statement: Statement | BoundStatement | string): readonly unknown[] =>
  typeof statement === 'object' && 'values' in statement ? statement.values : NONE;

/**
 * The conditions of a query, and their values. Each set of conditions makes a statement of its own, with a plan of its own;
 * the words of the conditions are part of its name. In a condition `?` stands for the place of the next value.
 */
export class Conditions {
  private readonly values: unknown[] = [];
  private readonly conditions: string[] = [];
  private readonly words: string[] = [];

  /** A value's place in the statement, with its type in SQL, as `$1::uuid`. */
  bind(value: unknown, type: string): string {
    return `$${this.values.push(value)}::${type}`;
  }

  /** Adds what is so in every statement of this name. */
  always(condition: string, ...values: unknown[]): this {
    this.conditions.push(this.placed(condition, values));
    return this;
  }

  /** Adds a condition that other statements of this name may not have. @param word tells them apart */
  and(word: string, condition: string, ...values: unknown[]): this {
    return this.mark(word).always(condition, ...values);
  }

  /** The same where there is a value. */
  andIf(word: string, condition: string, value: unknown): this {
    return value === undefined || value === null ? this : this.and(word, condition, value);
  }

  /** Adds a word to the name, for a difference elsewhere in the text. */
  mark(word: string): this {
    this.words.push(word);
    return this;
  }

  /** All of them as one condition. */
  get where(): string {
    return this.conditions.length > 0 ? this.conditions.join(' AND ') : 'true';
  }

  /** What tells the texts of one name apart. */
  get shape(): string {
    return this.words.join(' ');
  }

  /** The statement, prepared under its name and the words of its conditions. */
  statement(name: string, text: string): BoundStatement {
    const full = [name, ...this.words].join(' ');
    return {
      ...statement(full.length <= LONGEST_NAME ? full : `${name} ${shortened(this.shape)}`, text),
      values: this.values,
    };
  }

  /** A statement that is planned anew each time. */
  unprepared(text: string): BoundStatement {
    return { name: '', text, values: this.values };
  }

  private placed(condition: string, values: unknown[]): string {
    const given = [...values];
    const text = condition.replace(/\?/g, () => `$${this.values.push(given.shift())}`);
    if (given.length > 0) throw new Error(`A value has no place in: ${condition}`);
    return text;
  }
}

/** For LIKE: what contains this text, whatever signs it has. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
