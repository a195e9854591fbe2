declare module 'mailparser' {
  /** What is used of it here; the package brings no types. */
  export interface ParsedMail {
    readonly messageId?: string;
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string | false;
    readonly date?: Date;
    readonly from?: { readonly value: readonly { readonly address?: string; readonly name?: string }[] };
    readonly attachments: readonly {
      readonly filename?: string | false;
      readonly contentType: string;
      readonly content: Buffer;
      readonly size: number;
    }[];
  }
  export function simpleParser(
    source: Buffer,
    options?: { skipImageLinks?: boolean; skipTextToHtml?: boolean; maxHtmlLengthToParse?: number },
  ): Promise<ParsedMail>;
}
