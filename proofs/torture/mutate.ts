import { zipOf } from '../../tests/support/zip.ts';
import type { Chance } from './promise.ts';

/** What a file of the kind may hold, or what no parser should meet. */
const tokens = [
  ...['\0', '\u{feff}', '"', '""', "'", ',', ';', '\t', '\r', '\n', '\\', '\\u0000', '\u{2028}', '😀', '\ud800'],
  ...['<', '</', '<!--', ']]>', '<![CDATA[', '&amp;', '&#0;', '&#x110000;', '<!DOCTYPE r [<!ENTITY a "aa">]>', '<?xml'],
  ...[
    '{',
    '}',
    '[',
    ']',
    'null',
    'true',
    '1e308',
    '1e999',
    '-0',
    '-1',
    '0.1',
    '9'.repeat(40),
    '__proto__',
    'constructor',
  ],
  ...['=1+1', '=cmd|"/c calc"!A1', '2026-02-31', '0001-01-01', '9999-12-31', '1899-12-31', 'data:image/png;base64,AA'],
  ...['obj', 'endobj', 'stream\n', '/Length 99999999', '/Filter /FlateDecode', '1 0 R', 'xref', '%%EOF'],
  ...['min="1" max="2000000000"', 'A1:XFD1048576', 'r="XFD1048576"', 't="s"><v>99999999</v>', 'count="4294967295"'],
];

const spliced = (bytes: Buffer, at: number, removed: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);

function sliceOf(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  return bytes.subarray(at, at + 1 + chance.below(400));
}

/** One change of the kind that a damaged disk, a bad program or a hostile sender makes. */
const changes: readonly ((bytes: Buffer, chance: Chance, others: readonly Buffer[]) => Buffer)[] = [
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + chance.below(8); left > 0 && changed.length > 0; left -= 1)
      changed[chance.below(changed.length)] = chance.below(256);
    return changed;
  },
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => spliced(bytes, chance.below(bytes.length + 1), 0, Buffer.from(chance.oneOf(tokens))),
  (bytes, chance) =>
    spliced(bytes, chance.below(bytes.length + 1), 1 + chance.below(200), Buffer.from(chance.oneOf(tokens))),
  (bytes, chance) => {
    const slice = sliceOf(bytes, chance);
    const times = chance.oneOf([2, 20, 2000]);
    return spliced(bytes, chance.below(bytes.length + 1), 0, Buffer.concat(Array.from({ length: times }, () => slice)));
  },
  (bytes, chance, others) => spliced(bytes, chance.below(bytes.length + 1), 0, sliceOf(chance.oneOf(others), chance)),
  (bytes, chance) => {
    const numbers = [...bytes.toString('latin1').matchAll(/\d+/g)];
    if (numbers.length === 0) return bytes;
    const { 0: digits, index } = chance.oneOf(numbers);
    return spliced(
      bytes,
      index,
      digits.length,
      Buffer.from(chance.oneOf(['-1', '0', '1e308', '9'.repeat(25), '0x7f'])),
    );
  },
  (bytes, chance) => {
    const text = bytes.toString('utf8');
    return Buffer.from(chance.oneOf([text, `\u{feff}${text}`]), chance.oneOf(['utf16le', 'latin1'] as const));
  },
  (bytes) => spliced(bytes, 0, 0, Buffer.from([0xef, 0xbb, 0xbf])),
];

export function mutated(bytes: Buffer, chance: Chance, others: readonly Buffer[]): Buffer {
  let changed = bytes;
  for (let left = 1 + chance.below(3); left > 0; left -= 1) changed = chance.oneOf(changes)(changed, chance, others);
  return changed;
}

/** An archive with one of its parts changed, gone, twice there, or of another size than it says. */
export function mutatedArchive(parts: ReadonlyMap<string, string>, chance: Chance, others: readonly Buffer[]): Buffer {
  const all = [...parts].map(([name, text]) => ({ name, content: Buffer.from(text) }));
  const which = chance.below(all.length);
  const { name, content } = all[which]!;
  const kind = chance.below(6);
  if (kind === 0) return zipOf(all.filter((_, index) => index !== which));
  if (kind === 1) return zipOf([...all, { name, content: mutated(content, chance, others) }]);
  if (kind === 2) return zipOf(all.map((part) => ({ ...part, said: chance.oneOf([0, 1, 2 ** 31, 2 ** 32 - 1]) })));
  if (kind === 3) return mutated(zipOf(all), chance, others);
  const changed = { name, content: mutated(content, chance, others) };
  return zipOf(all.map((part, index) => (index === which ? changed : part)));
}
