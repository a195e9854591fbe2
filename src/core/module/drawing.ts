import type { ModuleManifest } from './define-module';
import { replacePart } from './generated-part';

const MARKERS = ['<!-- Drawn from the manifests by `npm run api:export`. -->', '<!-- End of the drawing. -->'] as const;

/** The document with its drawing of the modules made anew. @throws Error when it has no place for one */
export function drawInto(document: string, manifests: readonly ModuleManifest[]): string {
  return replacePart(document, MARKERS, draw(manifests));
}

/** A block of text: each module under its group, with an arrow to those it uses, and what an account's erasing and export ask. */
export function draw(manifests: readonly ModuleManifest[]): string {
  const groups = [...new Set(manifests.map(({ group }) => group))];
  const width = Math.max(...manifests.map(({ name }) => name.length)) + 2;
  const lines = groups.flatMap((group) => [
    `${group}/`,
    ...manifests
      .filter((one) => one.group === group)
      .map(({ name, uses }) =>
        `  ${name.padEnd(width)}${uses.length > 0 ? `──> ${[...uses].sort().join(', ')}` : ''}`.trimEnd(),
      ),
  ]);
  const keepers = manifests.filter(({ personalData }) => personalData).map(({ name }) => name);
  return `\`\`\`\n${lines.join('\n')}\n\`\`\`\n\nPersonal data is kept, erased and exported by: ${keepers.sort().join(', ')}.\n`;
}
