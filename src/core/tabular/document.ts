import type { Cell } from './cell';

/** A number beside others like it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Instead of the value: `1,200.00 USD`. */
  readonly shown?: string;
}

/** How a column is written: text to the left, numbers to the right (means with two digits), bars from 0 to 100. */
export type DocumentColumnKind = 'text' | 'count' | 'mean' | 'amount' | 'bar';

export interface DocumentColumn {
  readonly title: string;
  readonly kind: DocumentColumnKind;
}

export interface DocumentTable {
  readonly title?: string;
  readonly columns: readonly DocumentColumn[];
  readonly lines: readonly (readonly Cell[])[];
}

/** A part of a document, from top to bottom. */
export interface DocumentPart {
  /** Left out where the document's own title says it. */
  readonly title?: string;
  readonly facts: readonly (readonly [string, Cell])[];
  readonly charts?: readonly { readonly title?: string; readonly bars: readonly Bar[] }[];
  readonly tables?: readonly DocumentTable[];
}

/** The mark by which a recipient recognises the paper. */
export interface VerificationStamp {
  readonly code: string;
  /** Where it is compared with the books; also as QR code. */
  readonly url: string;
  readonly issuedOn: string;
  readonly signature: string;
  /** As when it was revoked; empty for none. */
  readonly warning: string;
}

/** What is on the pages, from top to bottom; plain data, so that a thread can be given it. */
export interface Document {
  readonly title: string;
  /** Above the title, in capitals. */
  readonly brand: string;
  /** Under the title, small. */
  readonly subtitle?: string;
  readonly parts: readonly DocumentPart[];
  /** At the end, very small. */
  readonly note?: string;
  readonly seal?: VerificationStamp;
}
