import type { ExtractField, ExtractKind, ExtractReason } from '#contract/intake/extracts';

export type Value = string | number | null;
/** What an extract, or Vigie, says of a record, field by field; a field that has no column is not there. */
export type Said = Readonly<Partial<Record<ExtractField, Value>>>;

/** The fields that are compared: the others find the record. */
export const comparedFields = {
  investigations: ['openedOn', 'concludedOn', 'title', 'subject'],
  arrests: ['arrestedOn', 'youth'],
  charges: ['laidOn', 'section', 'counts', 'stage', 'disposition', 'disposedOn'],
  clearances: ['clearance', 'clearedOn'],
} as const satisfies Record<ExtractKind, readonly ExtractField[]>;

/** What a new record is where the extract does not say. */
export const defaults = {
  investigations: { concludedOn: null, title: null, subject: null },
  arrests: { youth: 0 },
  charges: { counts: 1, stage: 'laid', disposition: null, disposedOn: null },
  clearances: {},
} as const satisfies Record<ExtractKind, Said>;

/** A file has one of these, so its number says which. */
export function isOnePerFile(kind: ExtractKind): kind is 'investigations' | 'clearances' {
  return kind === 'investigations' || kind === 'clearances';
}

/** Value used in place of a reason where the file was unfounded. */
export const unfounded = 'unfounded';

export interface FieldChange {
  readonly field: ExtractField;
  readonly before: Value;
  readonly after: Value;
  readonly isConflict: boolean;
}

/**
 * What the extract would change. A field that Vigie changed since the last extract, or that was entered by hand, is a conflict where the
 * extract says something else again; where the extract only repeats itself, Vigie's value stays.
 */
export function compareFields(theirs: Said, held: Said, last: Said | null): readonly FieldChange[] {
  return (Object.keys(theirs) as ExtractField[]).flatMap((field) => {
    const after = theirs[field] ?? null;
    const before = held[field] ?? null;
    const saidLast = last?.[field];
    if (after === before || saidLast === after) return [];
    // An empty field has nothing to overwrite.
    const isConflict = before !== null && saidLast !== before;
    return [{ field, before, after, isConflict }];
  });
}

/** Whether what a charge would become can be: an outcome has its day, follows the charge, and is of a charge laid. */
export function outcomeProblem({ stage, laidOn, disposition, disposedOn }: Said): ExtractReason | null {
  if ((disposition ?? null) === null && (disposedOn ?? null) === null) return null;
  const isWhole = typeof disposition === 'string' && typeof disposedOn === 'string';
  return isWhole && stage === 'laid' && disposedOn >= String(laidOn) ? null : 'outcome_incomplete';
}

export interface FileFacts {
  readonly concludedOn: string | null;
  /** The earliest fact after the opening, and the latest before a conclusion; null where there is none. */
  readonly firstFact: string | null;
  readonly lastFact: string | null;
}

/** Whether a file can take the dates that the extract gives it. */
export function datesProblem(facts: FileFacts, next: Said): ExtractReason | null {
  const openedOn = String(next.openedOn);
  const { concludedOn = null } = next;
  if (facts.concludedOn !== null && concludedOn === null) return 'reopened_elsewhere';
  if (openedOn > (facts.firstFact ?? openedOn)) return 'opened_after_facts';
  if (typeof concludedOn !== 'string') return null;
  return concludedOn < openedOn || concludedOn < (facts.lastFact ?? '') ? 'date_before_opening' : null;
}
