import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { spendThread } from '../../ground/foreign/spend.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';

/** A report as it was written, whatever its format: names and texts. */
export type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

/** Deeper nesting or more elements than any report has. */
const deepest = 60;
const mostElements = 200_000;
/** Of all elements together. */
const mostAttributes = 400_000;

const refused = (
  reason: 'not_a_report' | 'report_damaged' | 'file_declares_entities' | 'report_too_complex',
): StoreFailure => new StoreFailure('invalid_input', reason);

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // A document type can declare entities that grow without end; it is refused before the parser sees it.
  processEntities: true,
});

/**
 * Text of XML as a tree. Fails with `file_declares_entities` where it declares a document type, `report_too_complex` where it is deeper
 * or larger than any report, and `report_damaged` where it is not well formed: as when its end is missing.
 */
export function treeOfXml(text: string): Tree {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refused('file_declares_entities');
  if (isTooComplex(text)) throw refused('report_too_complex');
  if (!isWellFormed(text)) throw refused('report_damaged');
  spendThread();
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
    value = parseForeignJson(text);
  } catch (error) {
    if (error instanceof StoreFailure) throw refused('report_too_complex');
    throw refused('report_damaged');
  }
  if (typeof value !== 'object' || value === null) throw refused('not_a_report');
  return toTree(value);
}

/** The parser calls itself for each level, so that depth and numbers are counted before it is called: in one pass, whatever the text is. */
function isTooComplex(text: string): boolean {
  let depth = 0;
  let opened = 0;
  let attributes = 0;
  for (const [tag] of text.matchAll(/<\/?[A-Za-z_][^<>]*>?/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else {
      opened += 1;
      attributes += tag.split('=').length - 1;
      if (!tag.endsWith('/>')) depth += 1;
    }
    if (depth > deepest || opened > mostElements || attributes > mostAttributes) return true;
  }
  return false;
}

function toTree(value: unknown): Tree {
  let elements = 0;
  const convert = (each: unknown, depth: number): Tree => {
    elements += 1;
    if (depth > deepest || elements > mostElements) throw refused('report_too_complex');
    if (Array.isArray(each)) return each.map((item) => convert(item, depth + 1));
    if (typeof each === 'object' && each !== null)
      return Object.fromEntries(Object.entries(each).map(([name, held]) => [name, convert(held, depth + 1)]));
    return typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean' ? String(each).trim() : '';
  };
  return convert(value, 0);
}
