/** Marks a text that is told by `t` elsewhere, so that it is looked for in the other languages. */
export const msg = (text: string): string => text;
