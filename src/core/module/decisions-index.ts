import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/decisions';
const HEAD = /^# (\d+)\. (.+)\n\nDate: (\d{4}-\d{2}-\d{2})\nStatus: (.+)\n/;
const INTRO = `# Decisions

One page for each decision of weight: its context, options, decision and consequences. A page keeps its text. Where a later page overtakes it, its
status says so. This list is made from the pages by \`npm run api:export\`.
`;

/** The list of the decisions' pages. @throws Error naming a page without a number, date or status, or two of one number */
export function decisionsIndex(): string {
  const pages = readdirSync(FOLDER).filter((name) => /^\d{4}-.+\.md$/.test(name));
  const seen = new Set<number>();
  const lines = pages.sort().map((name) => {
    const [, number, title, date, status] = HEAD.exec(readFileSync(join(FOLDER, name), 'utf8')) ?? [];
    if (Number(number) !== Number(name.slice(0, 4))) {
      throw new Error(
        `${FOLDER}/${name} must begin with "# ${Number(name.slice(0, 4))}. Title", "Date: " and "Status: "`,
      );
    }
    if (seen.has(Number(number))) throw new Error(`${FOLDER}/${name} has the number of another page`);
    seen.add(Number(number));
    return `- [${number}. ${title}](${name}) — ${date}, ${status}\n`;
  });
  return `${INTRO}\n${lines.join('')}`;
}
