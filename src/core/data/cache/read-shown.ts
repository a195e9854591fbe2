import { defineScript } from '@redis/client';

/**
 * Reads an entry together with the versions that decide about it. KEYS: the entry, the clock, the epoch, the tags of the
 * query. ARGV: what stands before a tag's name. The entry names the tags of what it shows in its second line, and their
 * versions in its third. It comes back only where these are the versions of now.
 */
const SCRIPT = `
local found = redis.call('MGET', unpack(KEYS))
local entry = found[1]
if entry then
  local names, kept = string.match(entry, '^[^\\n]*\\n([^\\n]*)\\n([^\\n]*)\\n')
  local keys = {}
  for name in string.gmatch(names or '', '[^,]+') do keys[#keys + 1] = ARGV[1] .. name end
  if #keys > 0 then
    local versions = redis.call('MGET', unpack(keys))
    for i, version in ipairs(versions) do versions[i] = version or '' end
    if table.concat(versions, ',') ~= kept then found[1] = false end
  end
end
return found`;

/** @see SCRIPT */
export const READ_SHOWN = defineScript({
  SCRIPT,
  FIRST_KEY_INDEX: 1,
  transformArguments: (keys: readonly string[], tagPrefix: string): string[] => [
    String(keys.length),
    ...keys,
    tagPrefix,
  ],
  transformReply: (found: (string | null)[]): (string | null)[] => found,
});

/** The second and third line of an entry. @param versions of the tags, in their order */
export const shownLines = (tags: readonly string[], versions: readonly (string | null)[]): string =>
  `${tags.join()}\n${versions.map((version) => version ?? '').join()}\n`;

/** What follows the second and third line of an entry. */
export function afterShownLines(text: string): string {
  const second = text.indexOf('\n');
  return text.slice(text.indexOf('\n', second + 1) + 1);
}
