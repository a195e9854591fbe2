declare module 'html-to-text' {
  /** What is used of it here; the package brings no types. */
  export function convert(
    html: string,
    options?: {
      wordwrap?: number | false;
      limits?: { maxInputLength?: number };
      selectors?: { selector: string; format?: string; options?: object }[];
    },
  ): string;
}
