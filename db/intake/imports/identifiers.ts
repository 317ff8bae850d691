import type { IdentifierKind } from '#contract/ground/codes';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { ImportField } from '#contract/intake/imports';
import { identifierKey } from '../../casework/identifiers/normalise.ts';

type Cell = (field: ImportField) => string;

// The limits of the contract's `identifierFacts`, and of what one referral may bring.
const limits = { value: 500, service: 80, seenText: 60 } as const;
const mostOfRow = 20;

const columns = {
  email: 'email',
  handle: 'handle',
  phone: 'phone',
  ipAddress: 'ip',
} as const satisfies Partial<Record<ImportField, IdentifierKind>>;

type Column = keyof typeof columns;

/** Whether a file has any column that identifies someone. */
export function hasIdentifiers(mapped: (field: ImportField) => boolean): boolean {
  return (Object.keys(columns) as Column[]).some(mapped);
}

/** A cell may hold several, as people write lists. */
const split = (text: string): readonly string[] =>
  text
    .split(/[;|\n]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

function portOf(text: string): number | null {
  const port = Number(text);
  return text !== '' && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

/** `203.0.113.7:40112` says its port itself. */
function addressOf(text: string): { readonly value: string; readonly port: number | null } {
  const [, address, port] = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})$/.exec(text) ?? [];
  return address === undefined ? { value: text, port: null } : { value: address, port: portOf(port ?? '') };
}

/** What is none of its kind is kept as it is written, as another identifier: a person decides. Null where nothing can be read. */
function readable(found: IdentifierFacts): IdentifierFacts | null {
  if (identifierKey(found.kind, found.value) !== null) return found;
  return identifierKey('other', found.value) === null ? null : { ...found, kind: 'other' };
}

interface Beside {
  readonly service: string | null;
  readonly port: number | null;
  readonly seenText: string | null;
}

/** Volunteered, as everything in a referral document is; the time keeps its own words. */
function factsOf(kind: IdentifierKind, text: string, beside: Beside): IdentifierFacts | null {
  const isAddress = kind === 'ip';
  const { value, port } = isAddress ? addressOf(text) : { value: text, port: null };
  return readable({
    kind,
    value: value.slice(0, limits.value),
    service: kind === 'handle' ? beside.service : null,
    port: isAddress ? (port ?? beside.port) : null,
    seenText: isAddress ? beside.seenText : null,
    seenOffset: null,
    event: null,
    obtained: 'volunteered',
    obtainedReference: null,
  });
}

/** The identifiers of a row, each once. */
export function identifiersOf(cell: Cell): readonly IdentifierFacts[] {
  const beside = {
    service: cell('service').slice(0, limits.service) || null,
    port: portOf(cell('port')),
    seenText: cell('seenText').slice(0, limits.seenText) || null,
  };
  const found = new Map<string, IdentifierFacts>();
  for (const [column, kind] of Object.entries(columns) as [Column, IdentifierKind][]) {
    for (const text of split(cell(column))) {
      const facts = factsOf(kind, text, beside);
      if (facts !== null) found.set(`${facts.kind} ${identifierKey(facts.kind, facts.value) ?? ''}`, facts);
    }
  }
  return [...found.values()].slice(0, mostOfRow);
}
