import type { Span } from '#contract/ground/disclosureRecords';
import type { PaperDecision, Treatment } from '#contract/custody/disclosure';
import { defaultWithholding, type PaperTerms, type Withholding } from './defaults.ts';
import { merged } from './names.ts';
import { digestOf, isDivisible, type FileRecord } from './record.ts';

export interface Decided extends Omit<PaperDecision, 'way'> {
  readonly way: Exclude<PaperDecision['way'], 'default'>;
  /** Of the record as it was decided on. */
  readonly digest: string;
}

/** What becomes of a record in a paper. */
export interface Treated {
  readonly treatment: Treatment;
  /** Codes of the fields that are withheld whole. */
  readonly fields: ReadonlySet<string>;
  /** In the others, in order and without overlaps. */
  readonly spans: readonly Span[];
  readonly ground: string | null;
  readonly remark: string | null;
  readonly isDecided: boolean;
  readonly isStale: boolean;
}

/**
 * What was chosen in a record that has changed since no longer fits: a text that had a part withheld is withheld whole,
 * and so is whatever the default withholds, until someone decides again.
 */
function chosenThen(decision: Decided, byDefault: Withholding): Withholding {
  return {
    leavesOut: false,
    fields: [
      ...decision.fields,
      ...decision.spans.map(({ field }) => field),
      ...byDefault.fields,
    ] as Withholding['fields'],
    spans: byDefault.spans,
    ground: decision.ground,
  };
}

function withholdingOf(decision: Decided | undefined, byDefault: Withholding, isStale: boolean): Withholding {
  switch (decision?.way) {
    case undefined:
      return byDefault;
    case 'include':
      return { ...byDefault, leavesOut: false };
    case 'leave_out':
      return { ...byDefault, leavesOut: true, ground: decision.ground };
    case 'redact':
      return isStale
        ? chosenThen(decision, byDefault)
        : { leavesOut: false, ...decision, fields: decision.fields as Withholding['fields'] };
  }
}

/** Of the fields that the record has. What names a part of something that has no parts withholds the whole. */
function withinRecord({ fields }: FileRecord, withholding: Withholding): Pick<Treated, 'fields' | 'spans'> {
  const whole = new Set<string>();
  const spans: Span[] = [];
  for (const field of fields) {
    const own = withholding.spans.filter((each) => each.field === field.code);
    if (withholding.fields.includes(field.code) || (own.length > 0 && !isDivisible(field))) whole.add(field.code);
    else spans.push(...merged(own, field.raw.length).map((each) => ({ field: field.code, ...each })));
  }
  return { fields: whole, spans };
}

/** Applies what was decided or, without it, the paper's default. */
export function treat(record: FileRecord, decision: Decided | undefined, terms: PaperTerms): Treated {
  const isStale = decision?.way === 'redact' && digestOf(record) !== decision.digest;
  const withholding = withholdingOf(decision, defaultWithholding(record, terms), isStale);
  const { fields, spans } = withinRecord(record, withholding);
  const isTouched = fields.size > 0 || spans.length > 0;
  const treatment = withholding.leavesOut ? 'left_out' : isTouched ? 'redacted' : 'included';
  return {
    treatment,
    fields,
    spans,
    ground: treatment === 'included' ? null : withholding.ground,
    remark: decision?.remark ?? null,
    isDecided: decision !== undefined,
    isStale,
  };
}
