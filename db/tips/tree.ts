import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { StoreFailure } from '../kernel/failure.ts';

/** A report as it was written, whatever its format: names and texts. */
export type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

/** Deeper nesting or more elements than any report has. */
const deepest = 60;
const mostElements = 200_000;

const notAReport = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_report');

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // A document type can declare entities that grow without end; it is refused before the parser sees it.
  processEntities: true,
});

/** Text of XML as a tree. Fails with `not_a_report` on what is not well formed or declares a document type. */
export function treeOfXml(text: string): Tree {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw notAReport();
  if (deeperThan(text, deepest) || !isWellFormed(text)) throw notAReport();
  return toTree(xml.parse(text));
}

function isWellFormed(text: string): boolean {
  try {
    return SyntaxValidator.validate(text);
  } catch {
    return false;
  }
}

/** Text of JSON as a tree; numbers and truth values become their text. */
export function treeOfJson(text: string): Tree {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notAReport();
  }
  if (typeof value !== 'object' || value === null) throw notAReport();
  return toTree(value);
}

/** The parser calls itself for each level, so that the depth is counted before it is called. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > limit) return true;
  }
  return false;
}

function toTree(value: unknown): Tree {
  let elements = 0;
  const convert = (each: unknown, depth: number): Tree => {
    elements += 1;
    if (depth > deepest || elements > mostElements) throw notAReport();
    if (Array.isArray(each)) return each.map((item) => convert(item, depth + 1));
    if (typeof each === 'object' && each !== null)
      return Object.fromEntries(Object.entries(each).map(([name, held]) => [name, convert(held, depth + 1)]));
    return typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean' ? String(each).trim() : '';
  };
  return convert(value, 0);
}
