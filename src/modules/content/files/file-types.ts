/** A kind of file that may be kept. */
export interface FileKind {
  readonly contentType: string;
  /** Of the names we make. */
  readonly extension: string;
  /** Extensions its name may have. */
  readonly names: readonly string[];
  readonly category: string;
  /** What `file-type` calls it; nothing for text, which has no magic number. */
  readonly sniffed: readonly string[];
}

const kind = (
  category: string,
  contentType: string,
  names: readonly [string, ...string[]],
  sniffed: readonly string[] = [contentType],
): FileKind => ({ category, contentType, extension: names[0], names, sniffed });

/** What may be uploaded, by the words of `FILE_TYPES`. */
export const UPLOADABLE: Readonly<Record<string, FileKind>> = {
  jpeg: kind('images', 'image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']),
  png: kind('images', 'image/png', ['png', 'apng'], ['image/png', 'image/apng']),
  gif: kind('images', 'image/gif', ['gif']),
  webp: kind('images', 'image/webp', ['webp']),
  pdf: kind('documents', 'application/pdf', ['pdf']),
  doc: kind('documents', 'application/msword', ['doc'], ['application/x-cfb']),
  docx: kind('documents', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']),
  mp4: kind('videos', 'video/mp4', ['mp4', 'm4v'], ['video/mp4', 'video/x-m4v']),
  mpeg: kind('videos', 'video/mpeg', ['mpeg', 'mpg', 'mpe'], ['video/mpeg', 'video/MP1S', 'video/MP2P']),
  mov: kind('videos', 'video/quicktime', ['mov', 'qt']),
};

/** What the application makes itself, beside the above. */
export const OWN: readonly FileKind[] = [
  kind('documents', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']),
  kind('documents', 'text/csv', ['csv'], []),
  kind('documents', 'application/json', ['json'], []),
];

/** Those that could still turn out to be an allowed kind once the whole is there. */
export const CONTAINERS: readonly string[] = ['application/zip', 'application/x-cfb'];

/** The kind of this content and name among those; null when it is none of them, or the name says otherwise. */
export function kindOf(kinds: readonly FileKind[], sniffed: string | undefined, extension: string): FileKind | null {
  const found = kinds.find((one) => sniffed !== undefined && one.sniffed.includes(sniffed));
  return found && (extension === '' || found.names.includes(extension)) ? found : null;
}
