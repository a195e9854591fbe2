const HEAD = ['request', 'Atrium req/s', 'p99 ms', 'CPU µs', 'beside', 'req/s', 'p99 ms', 'CPU µs', 'share'];
const TEXT = new Set(['request', 'beside']);

/** The Markdown table of all measured rows: one line per row and contender beside Atrium. */
export function table(measured) {
  const lines = measured.flatMap(({ label, results: [atrium, ...others] }) =>
    others.map((other) => [
      label,
      rate(atrium),
      atrium.p99.toFixed(1),
      whole(atrium.cpu),
      other.name,
      rate(other),
      other.p99.toFixed(1),
      whole(other.cpu),
      (atrium.rate / other.rate).toFixed(2),
    ]),
  );
  return [line(HEAD), line(HEAD.map((name) => (TEXT.has(name) ? '---' : '--:'))), ...lines.map(line)].join('\n');
}

/** Requests/s, with the share of the spread between its rounds, and what went wrong, if anything did. */
function rate({ rate: median, least, most, bad }) {
  const spread = Math.round(((most - least) / 2 / median) * 100);
  return `${Math.round(median)} ±${spread}%${bad > 0 ? ` (${bad} FAILED)` : ''}`;
}

function line(cells) {
  return `| ${cells.join(' | ')} |`;
}

const whole = (number) => (Number.isNaN(number) ? '–' : Math.round(number));
