import { folded } from '#contract/ground/folded';
import type { FileRecord } from './record.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const shortest = 3;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Without accents and capitals, and for each of its characters the place in the text that it comes from. */
function foldedWithPlaces(text: string): { readonly letters: string; readonly places: readonly number[] } {
  const letters: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    for (const each of folded(text.charAt(place))) {
      letters.push(each);
      places.push(place);
    }
  }
  return { letters: letters.join(''), places };
}

/** The names in the records that are not the requester's, whole and by their words, folded. */
export function protectedNames(records: readonly FileRecord[], requesterId: string | null): readonly string[] {
  const names = records
    .filter(({ about }) => requesterId === null || about?.personId !== requesterId)
    .flatMap(({ fields }) => fields.filter(({ nature }) => nature === 'name').map(({ raw }) => raw));
  return wordsOfNames(names);
}

/** Names as they are looked for in a text: folded, whole and by their words. */
export function wordsOfNames(names: readonly string[]): readonly string[] {
  const whole = names.map(folded);
  const words = whole.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...words])].filter((each) => each.length >= shortest);
}

/** Where whole words of the text are one of the names. Places are UTF-16 code units of the text. */
export function placesOfNames(text: string, names: readonly string[]): readonly Stretch[] {
  const { letters, places } = foldedWithPlaces(text);
  const isWord = (at: number): boolean => wordCharacter.test(letters.charAt(at));
  const found: Stretch[] = [];
  for (const name of names) {
    for (let at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (isWord(at - 1) || isWord(end)) continue;
      // A separate accent mark after the last letter goes with it.
      found.push({ from: places[at] ?? 0, to: places[end] ?? text.length });
    }
  }
  return merged(found, text.length);
}

/** In order, without overlaps, within the text. */
export function merged(stretches: readonly Stretch[], length: number): readonly Stretch[] {
  const inOrder = stretches
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(length, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const out: Stretch[] = [];
  for (const each of inOrder) {
    const last = out.at(-1);
    if (last !== undefined && each.from <= last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, each.to) };
    else out.push(each);
  }
  return out;
}
