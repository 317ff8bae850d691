import type { ValueField } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import { fields, type Facts, type Field, type OtherRegister, type Truth } from './kinds.ts';
import type { ReadBack, VerdictRow } from './readBack.ts';

/**
 * `right`: by value, or left open where nobody can decide; `refused`: not imported, with a reason; `noted`: another value, with a note on the
 * row; `toCheck`: another value, which the page marks as to be checked; `silent`: another value without any note; `lost`: no row at all.
 */
export type Result = 'right' | 'refused' | 'noted' | 'toCheck' | 'silent' | 'lost';

/** What is not as it should be: in which field, the way in which the row has it, and the answer. */
interface Fault {
  readonly result: Exclude<Result, 'right'>;
  readonly field: Field | 'row';
  readonly way: string;
  readonly answer: string;
}

export interface Judged {
  /** The worst of its faults. */
  readonly result: Result;
  readonly faults: readonly Fault[];
  readonly truth: Truth | null;
  readonly line: number;
}

/** Which notes speak of which field. */
const notes: Readonly<Partial<Record<VerdictReason, readonly Field[]>>> = {
  date_without_day: ['receivedOn', 'ended'],
  date_order_assumed: ['receivedOn', 'ended'],
  closing_day_unknown: ['ended'],
  closing_year_assumed: ['ended'],
  open_with_closing_date: ['ended', 'state'],
  source_assumed: ['source'],
  conclusion_unknown: ['state', 'ended'],
  conclusion_incomplete: ['state', 'ended'],
  unit_unknown: ['unit'],
  received_year_assumed: ['receivedOn', 'ended'],
  read_elsewhere: ['source', 'externalNumber', 'state', 'ended'],
  remark_may_say_end: ['state', 'ended'],
  state_unclear: ['state', 'ended'],
  state_from_date: ['state', 'ended'],
  state_not_given: ['state', 'ended'],
  number_left_out: ['externalNumber'],
};

const valueFields: Readonly<Partial<Record<Field, ValueField>>> = {
  source: 'source',
  state: 'conclusion',
  ended: 'conclusion',
  unit: 'unitCode',
};

/** Each row of the register, and each line that came in as a referral and is none. */
export function judge(register: OtherRegister, read: ReadBack, codes: ReadonlyMap<string, string>): readonly Judged[] {
  const known = new Set(register.rows.map(({ line }) => line));
  const invented = [...read.rows.values()].filter(({ line, verdict }) => verdict === 'new' && !known.has(line));
  return [
    ...register.rows.map((truth) => judgeRow(truth, read, codes)),
    ...invented.map(({ line, cells }) => judgedAs(null, line, 'silent', 'no referral', cells.join(' | '))),
  ];
}

function judgedAs(truth: Truth | null, line: number, result: Fault['result'], way: string, answer: string): Judged {
  return { result, faults: [{ result, field: 'row', way, answer }], truth, line };
}

function judgeRow(truth: Truth, read: ReadBack, codes: ReadonlyMap<string, string>): Judged {
  const { line } = truth;
  if (read.refused !== null) return judgedAs(truth, line, 'refused', 'the whole register', read.refused);
  const row = read.rows.get(line);
  if (row === undefined) {
    return judgedAs(truth, line, 'lost', 'no row', read.passedOver.get(line) ?? 'above the names of the columns');
  }
  if (row.verdict !== 'new') {
    const isRight = truth.isCopy || truth.undecided.length > 0;
    return { result: isRight ? 'right' : 'refused', faults: isRight ? [] : refusals(truth, row), truth, line };
  }
  if (truth.isCopy) return judgedAs(truth, line, 'silent', 'entered twice', 'imported');
  return { ...judgeFacts(truth, row, read, factsOf(row, codes)), truth, line };
}

function refusals(truth: Truth, row: VerdictRow): Judged['faults'] {
  const result = 'refused';
  if (row.refusals.length === 0) return [{ result, field: 'row', way: row.verdict, answer: row.reasons.join(', ') }];
  return row.refusals.map(({ reason, field }) => {
    const own = fieldOf[field ?? ''] ?? 'row';
    return { result, field: own, way: own === 'row' ? '' : truth.ways[own], answer: reason };
  });
}

const fieldOf: Readonly<Record<string, Field>> = {
  receivedOn: 'receivedOn',
  source: 'source',
  unitCode: 'unit',
  externalNumber: 'externalNumber',
  conclusion: 'state',
  concludedOn: 'ended',
};

type Marked = 'noted' | 'toCheck' | 'silent';

function judgeFacts(truth: Truth, row: VerdictRow, read: ReadBack, facts: Facts): Pick<Judged, 'result' | 'faults'> {
  const markOf = (field: Field): Marked => {
    if (row.reasons.some((reason) => notes[reason]?.includes(field))) return 'noted';
    const values = valueFields[field];
    return values !== undefined && read.isToCheck(values, row) ? 'toCheck' : 'silent';
  };
  const isAsItShould = (field: Field) =>
    truth.undecided.includes(field)
      ? markOf(field) !== 'silent' || isLeftOut(field, facts)
      : isSame(field, truth, facts);
  const faults = fields.flatMap((field): Fault[] => {
    if (isAsItShould(field)) return [];
    // An end that follows from a wrong state or receipt is the same fault.
    if (field === 'ended' && !(isAsItShould('receivedOn') && (facts.ended !== null || isAsItShould('state'))))
      return [];
    return [{ result: markOf(field), field, way: truth.ways[field], answer: JSON.stringify(facts[field]) }];
  });
  const worst = (['silent', 'toCheck', 'noted'] as const).find((mark) => faults.some(({ result }) => result === mark));
  return { result: worst ?? 'right', faults };
}

/** No number is no guess of one. */
const isLeftOut = (field: Field, facts: Facts) => field === 'externalNumber' && facts.externalNumber === null;

function factsOf({ understood }: VerdictRow, codes: ReadonlyMap<string, string>): Facts {
  if (understood === null) throw new Error('A new row has no facts');
  const { ended, unitId, source, receivedOn, externalNumber } = understood;
  return {
    unit: codes.get(unitId) ?? unitId,
    source,
    receivedOn,
    externalNumber,
    state: (ended?.state ?? 'open') as Facts['state'],
    ended: ended && { first: ended.on, last: ended.uncertain?.latest ?? ended.on },
  };
}

function isSame(field: Field, truth: Facts, facts: Facts): boolean {
  if (field === 'externalNumber') return sameNumber(truth.externalNumber, facts.externalNumber);
  if (field === 'ended') return truth.ended?.first === facts.ended?.first && truth.ended?.last === facts.ended?.last;
  return truth[field] === facts[field];
}

/** A number is the same with or without blanks, signs and the word before it. */
function sameNumber(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one.replaceAll(/\D/g, '') === other.replaceAll(/\D/g, '');
}
