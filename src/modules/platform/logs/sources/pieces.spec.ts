import { SeededRandom } from '../../../../core/kernel/runtime/random';
import type { ByteSource } from './byte-source';
import { BackwardJoiner, ForwardJoiner, parseCri, JoinedLine } from './cri';
import { CHUNK_BYTES, RawLine, piecesBackwards, piecesForwards } from './pieces';
import { seekTime } from './seek';

function blockOf(text: string | Buffer): ByteSource {
  const bytes = Buffer.from(text);
  return {
    file: 'f',
    modifiedMs: 0,
    cut: false,
    size: () => Promise.resolve(bytes.length),
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
    close: () => Promise.resolve(),
  };
}

async function all(pieces: AsyncIterable<RawLine[]>): Promise<RawLine[]> {
  const found: RawLine[] = [];
  for await (const batch of pieces) found.push(...batch);
  return found;
}

/** Texts of lines of any length around the size of a block, some empty, with and without a last line break. */
function someText(random: SeededRandom): string {
  const lengths = [0, 1, 7, 80, 1000, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES];
  const lines = Array.from({ length: random.int(0, 12) }, (_, n) => `${n % 10}é`.repeat(random.pick(lengths) / 3));
  return lines.join('\n') + (random.int(0, 1) ? '\n' : '');
}

describe('the lines of a file', () => {
  it('are the same from its beginning and from its end, wherever blocks meet', async () => {
    const random = new SeededRandom('pieces');
    for (let round = 0; round < 60; round++) {
      const text = someText(random);
      const block = blockOf(text);
      const forwards = await all(piecesForwards(block, 0));
      const backwards = await all(piecesBackwards(block, await block.size()));
      expect(backwards.reverse()).toEqual(forwards);
      const expected = text.split('\n');
      if (expected[expected.length - 1] === '') expected.pop();
      expect(forwards.map((piece) => piece.text.length)).toHaveLength(expected.length);
      for (const [index, { text: line }] of forwards.entries()) {
        if (Buffer.byteLength(expected[index]) <= CHUNK_BYTES) expect(line).toBe(expected[index]);
        else expect(line).toMatch(/… \[cut\]$/);
      }
      const middle = forwards[Math.floor(forwards.length / 2)];
      if (middle)
        expect(await all(piecesForwards(block, middle.to))).toEqual(forwards.slice(forwards.indexOf(middle) + 1));
    }
  });

  it('tell whether they have an end', async () => {
    const [first, second] = await all(piecesForwards(blockOf('a\r\nb'), 0));
    expect([first.text, first.ended, first.to, second.text, second.ended, second.to]).toEqual([
      'a',
      true,
      3,
      'b',
      false,
      4,
    ]);
  });
});

describe('lines in parts', () => {
  const AT = '2026-11-25T10:00:00.000000000Z';
  const POOL = ['stdout P a', 'stdout F b', 'stderr P c', 'stderr F d', 'stdout F:x e'];

  function join(joiner: { add: ForwardJoiner['add']; rest(): JoinedLine[] }, pieces: RawLine[]): string[] {
    const wholes = pieces.flatMap((piece) => {
      const part = parseCri(piece.text, piece.bytes);
      return part ? joiner.add(piece, part) : [];
    });
    return [...wholes, ...joiner.rest()].map(({ stream, text: line, ended }) => `${stream} ${line} ${ended}`);
  }

  it('are joined to the same in either direction', async () => {
    const random = new SeededRandom('cri');
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: random.int(1, 12) }, () => `${AT} ${random.pick(POOL)}\n`).join('');
      const forwards = await all(piecesForwards(blockOf(text), 0));
      const one = join(new ForwardJoiner(), forwards);
      const other = join(new BackwardJoiner(), [...forwards].reverse());
      expect(other.reverse().sort()).toEqual(one.sort());
    }
  });

  const parts = (...bytes: Buffer[]): Buffer =>
    Buffer.concat(
      bytes.map((one, n) =>
        Buffer.concat([Buffer.from(`${AT} stdout ${n === bytes.length - 1 ? 'F' : 'P'} `), one, Buffer.from('\n')]),
      ),
    );

  it('are decoded once they are joined: a runtime cuts by bytes', async () => {
    const bytes = Buffer.from('一方👍通行é');
    for (let size = 1; size <= bytes.length; size++) {
      const cut = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      );
      const pieces = await all(piecesForwards(blockOf(parts(...cut)), 0));
      expect(join(new ForwardJoiner(), pieces)).toEqual(['stdout 一方👍通行é true']);
      expect(join(new BackwardJoiner(), [...pieces].reverse())).toEqual(['stdout 一方👍通行é true']);
    }
  });

  it('keep 64 KiB of a long line, and whole characters of it', async () => {
    const long = Buffer.from('方'.repeat(40_000));
    const cut = Array.from({ length: 8 }, (_, n) => long.subarray(n * 15_000, (n + 1) * 15_000));
    const pieces = await all(piecesForwards(blockOf(parts(...cut)), 0));
    for (const joined of [join(new ForwardJoiner(), pieces), join(new BackwardJoiner(), [...pieces].reverse())]) {
      expect(joined).toEqual([`stdout ${'方'.repeat(Math.floor(65_536 / 3))} … [cut] true`]);
    }
  });

  it.each([
    'no time stdout F x',
    `${AT} stdin F x`,
    `${AT} stdout X x`,
    '2026-99-25T10:00:00.000000000Z stdout F x',
    '',
  ])('are not what %j is', (line) => {
    expect(parseCri(line)).toBeNull();
  });

  it('may be empty', () => {
    expect(parseCri(`${AT} stdout F`)).toMatchObject({ text: '', partial: false });
    expect(parseCri(`${AT} stdout F  two spaces`)).toMatchObject({ text: ' two spaces' });
  });
});

describe('seeking a time', () => {
  it('leaves nothing out on either side', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `${String(n).padStart(8, '0')} text of a line`);
    const block = blockOf(`${lines.join('\n')}\n`);
    const timeOf = (line: string): number | null => (line.startsWith('0') ? Number(line.slice(0, 8)) : null);
    for (const ms of [0, 1, 777, 10_000, 19_999, 20_000, 99_999]) {
      const exact = (lines[0].length + 1) * Math.min(ms, lines.length);
      const before = await seekTime(block, ms, timeOf, 'before');
      const after = await seekTime(block, ms, timeOf, 'after');
      expect(before).toBeLessThanOrEqual(exact);
      expect(after).toBeGreaterThanOrEqual(exact);
      expect(after - before).toBeLessThanOrEqual(2 * CHUNK_BYTES);
    }
  });
});
