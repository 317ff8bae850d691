import type { IdentifierKind } from '#contract/ground/codes';
import { identifierKey } from '../../casework/identifiers/normalise.ts';
import { portOf } from './identifiersIn.ts';
import { hidesBinary } from '../../documents/tables/detect.ts';
import { largestTip, type TipDraft, type TipField } from '#contract/intake/referralDocuments';

/**
 * What the text of a document seems to say. A layout is never assumed: a field is found by a label in English or French at the beginning of a
 * line, an identifier by its own shape, and every finding waits for a person to confirm it.
 */
export function draftOfDocument(read: readonly string[]): TipDraft {
  const { pages, stripped } = withoutBinary(read);
  const lines = pages.flatMap((text, page) =>
    text.split('\n').map((line) => ({ line: line.trim(), foundAt: `p. ${String(page + 1)}` })),
  );
  const identifiers = lines.flatMap(identifiersOf).filter(firstOfItsKind());
  return {
    format: 'pdf',
    fields: labels.flatMap(([field, label]) => labelled(lines, field, label)),
    persons: [],
    identifiers: identifiers.slice(0, largestTip.identifiers),
    counts: [],
    pages: [...pages],
    stripped,
    notTaken: [],
    pagesUnread: 0,
    cut: identifiers.length > largestTip.identifiers,
  };
}

interface Line {
  readonly line: string;
  readonly foundAt: string;
}

const labels: readonly (readonly [TipField, RegExp])[] = [
  [
    'externalNumber',
    /^(?:cybertip(?:line)?\s+)?(?:report|file|reference|incident|occurrence|dossier|rapport|signalement)\s*(?:(?:id|#|no\.?|number|n[°o]\.?)\s*)?[:#]\s*(\S.*)$/i,
  ],
  [
    'externalNumber',
    /^(?:num[ée]ro|n[°o])\s+(?:du|de|d[’'])\s*(?:rapport|signalement|dossier|l[’']incident|incident)\s*:\s*(\S.*)$/i,
  ],
  ['priorityReceived', /^(?:priority(?:\s+level)?|priorit[ée])\s*:\s*(\S.*)$/i],
  ['summary', /^(?:incident\s+type|type\s+d[’']incident|nature)\s*:\s*(\S.*)$/i],
];

const lengths: Readonly<Record<TipField, number>> = { externalNumber: 60, priorityReceived: 40, summary: 4000 };

function labelled(lines: readonly Line[], field: TipField, label: RegExp): TipDraft['fields'] {
  for (const { line, foundAt } of lines) {
    const value = label.exec(line)?.[1]?.trim();
    if (value !== undefined) return [{ field, value: value.slice(0, lengths[field]), foundAt }];
  }
  return [];
}

// Each begins only where a run begins, so that long text is read once.
const email = /(?<![^\s@<>"'(),;:])[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi;
const url = /\bhttps?:\/\/[^\s<>"')]+/gi;
const v4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])(?::(\d{1,5})\b)?/g;
const v6 =
  /(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4})(?![0-9a-f:])|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f:]*(?![0-9a-f:])/gi;
const namedPort = /\bport\s*(?:[:=]\s*)?(\d{1,5})\b/i;
const time = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?/i;
const phone =
  /^(?:phone|mobile|cell(?:ular)?|tel|t[ée]l(?:[ée]phone)?|cellulaire)\b[^:]{0,20}:\s*([+\d(][\d\s().\-+]{6,30})/i;
const handle =
  /^(?:screen\s*name|user\s*name|user\s*id|esp\s+user\s+id|display\s+id|handle|nom\s+d[’']utilisateur|identifiant|pseudonyme)\b[^:]{0,20}:\s*(\S{1,100})/i;

type Finding = TipDraft['identifiers'][number];

function identifiersOf({ line, foundAt }: Line): readonly Finding[] {
  const make = (kind: IdentifierKind, value: string, more: Partial<Finding> = {}): readonly Finding[] =>
    identifierKey(kind, value) === null ? [] : [{ ...blank, kind, value: value.slice(0, 500), foundAt, ...more }];
  const seenText = time.exec(line)?.[0].trim().slice(0, 60) ?? null;
  const bare = line.replace(time, ' ');
  const addresses = [...bare.matchAll(v4), ...bare.matchAll(v6)].flatMap((match) =>
    make('ip', match[0].replace(/(?<=\.\d{1,3}):\d+$/, ''), {
      seenText,
      port: portOf(match[1] ?? namedPort.exec(line)?.[1] ?? null),
    }),
  );
  return [
    ...[...line.matchAll(url)].flatMap(([found]) => make('url', found.replace(/(?<![.,;])[.,;]+$/, ''))),
    ...[...line.matchAll(email)].flatMap(([found]) => make('email', found)),
    ...addresses,
    ...named(line, phone).flatMap((found) => make('phone', found)),
    ...named(line, handle).flatMap((found) => make('handle', found)),
  ];
}

function named(line: string, label: RegExp): readonly string[] {
  const found = label.exec(line)?.[1]?.trim();
  return found === undefined ? [] : [found];
}

const blank = {
  service: null,
  port: null,
  seenText: null,
  seenOffset: null,
  event: null,
  obtained: 'volunteered',
  obtainedReference: null,
  person: null,
} as const;

function firstOfItsKind(): (found: Finding) => boolean {
  const seen = new Set<string>();
  return ({ kind, value, seenText, port }) => {
    const key = [kind, identifierKey(kind, value), seenText, port].join('\n');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  };
}

function withoutBinary(pages: readonly string[]) {
  let stripped = 0;
  const kept = pages.map((page) =>
    page
      .split('\n')
      .filter((line) => {
        if (!hidesBinary(line)) return true;
        stripped += 1;
        return false;
      })
      .join('\n'),
  );
  return { pages: kept, stripped };
}
