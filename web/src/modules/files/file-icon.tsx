import { IconFile, IconFileText, IconFileTypePdf, IconMovie, IconPhoto, IconTable } from '@tabler/icons-react';

const ICONS: readonly (readonly [RegExp, typeof IconFile])[] = [
  [/^image\//, IconPhoto],
  [/^video\//, IconMovie],
  [/pdf$/, IconFileTypePdf],
  [/spreadsheet|csv/, IconTable],
  [/word|text/, IconFileText],
];

/** What kind of file it is, as a drawing. */
export function FileIcon({ type, size = 20 }: { type: string; size?: number }) {
  const [, Icon] = ICONS.find(([kind]) => kind.test(type)) ?? [null, IconFile];
  return <Icon size={size} stroke={1.6} color="var(--atrium-quiet)" aria-hidden />;
}
