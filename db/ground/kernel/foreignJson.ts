import { StoreFailure } from './failure.ts';

/** Our own files are a dozen levels deep, and a walk through the values calls itself for each level. */
export const deepestJson = 64;
/** A pack of thirty units over ten years has some six hundred thousand. */
const mostValues = 6_000_000;

const codes = {
  quote: 0x22,
  backslash: 0x5c,
  comma: 0x2c,
  list: 0x5b,
  listEnd: 0x5d,
  object: 0x7b,
  objectEnd: 0x7d,
} as const;

/** Counts what the text would become, in one pass and without making anything of it. */
function requireMeasured(text: string): void {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === codes.quote) at = endOfString(text, at);
    else if (code === codes.comma) values += 1;
    else if (code === codes.list || code === codes.object) {
      depth += 1;
      values += 1;
    } else if (code === codes.listEnd || code === codes.objectEnd) depth -= 1;
    if (depth > deepestJson || values > mostValues) throw new StoreFailure('invalid_input', 'file_too_complex');
  }
}

/** Where the string that begins here ends. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length && text.charCodeAt(at) !== codes.quote; at += 1)
    if (text.charCodeAt(at) === codes.backslash) at += 1;
  return at;
}

/** What a text of someone else's says. Throws as `JSON.parse` does, and `file_too_complex` where it is nested deeper, or has more in it, than any file. */
export function parseForeignJson(text: string): unknown {
  requireMeasured(text);
  return JSON.parse(text);
}

/** Strings that name a field, other strings, and what opens or closes an object or a list: all that fields are found by. */
const marks = /(?<name>"(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|(?<opens>[[{])|[\]}]/g;

/** The first field that one object of a JSON text has twice, of which `JSON.parse` would drop one without a word; null where there is none. */
export function repeatedField(text: string): string | null {
  const open: Set<string>[] = [];
  for (const { 0: mark, groups = {} } of text.matchAll(marks)) {
    const { name: written, opens } = groups;
    if (opens !== undefined) open.push(new Set());
    else if (written !== undefined) {
      const name = JSON.parse(written) as string;
      const names = open.at(-1) ?? new Set();
      if (names.size === names.add(name).size) return name;
    } else if (!mark.startsWith('"')) open.pop();
  }
  return null;
}
