/** Whether the whole name fits the glob (`*` any characters, `?` one), in time in proportion to both. */
export function fits(glob: string, name: string): boolean {
  let [g, n] = [0, 0];
  let [star, after] = [-1, 0];
  while (n < name.length) {
    if (g < glob.length && (glob[g] === '?' || glob[g] === name[n]) && glob[g] !== '*') {
      g++;
      n++;
    } else if (glob[g] === '*') {
      star = g++;
      after = n;
    } else if (star !== -1) {
      g = star + 1; // the last star takes one character more
      n = ++after;
    } else {
      return false;
    }
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
