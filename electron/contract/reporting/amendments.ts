import { z } from 'zod';
import type { Bilingual } from '../ground/common.ts';
import type { FundingCell } from './fundingCells.ts';
import { amendedYears } from './fundingColumns.ts';

type Row = Readonly<Record<string, FundingCell | undefined>>;

/** An amendment as the register has it; days are civil dates. */
export interface Amendment {
  readonly number: string;
  /** Null: not yet signed, so that it changes nothing. */
  readonly signedOn: string | null;
  readonly inForceOn: string;
  readonly newEndsOn: string | null;
  /** Of each fiscal year whose amount it changes, the whole amount after it, in cents. */
  readonly amounts: readonly { readonly fiscalYear: number; readonly cents: number }[];
  /** Null: not entered, as below. */
  readonly changesUnits: boolean | null;
  readonly changesOther: boolean | null;
  readonly change: Bilingual;
  readonly fileReference: string;
}

const textOf = (row: Row, key: string): string => String(row[key] ?? '');
const dayOf = (row: Row, key: string): string | null => (typeof row[key] === 'string' ? row[key] : null);
const answerOf = (row: Row, key: string): boolean | null => (row[key] == null ? null : row[key] === 'yes');

function amendmentOf(row: Row): Amendment {
  const from = row['amountsFrom'];
  const amounts = amendedYears.flatMap((year) => {
    const cents = row[`amount${String(year)}`];
    return typeof from === 'number' && typeof cents === 'number' ? [{ fiscalYear: from + year - 1, cents }] : [];
  });
  return {
    number: textOf(row, 'code'),
    signedOn: dayOf(row, 'signedOn'),
    inForceOn: textOf(row, 'inForceOn'),
    newEndsOn: dayOf(row, 'newEndsOn'),
    amounts,
    changesUnits: answerOf(row, 'changesUnits'),
    changesOther: answerOf(row, 'changesOther'),
    change: { en: textOf(row, 'changeEn'), fr: textOf(row, 'changeFr') },
    fileReference: textOf(row, 'fileReference'),
  };
}

const rank = ({ inForceOn, signedOn }: Amendment): string => `${inForceOn} ${signedOn ?? '9999'}`;

/** In the order in which they come into force; those of one day in the order of their signatures, then of their numbers. */
export function amendmentsOf(rows: readonly Row[]): readonly Amendment[] {
  return rows.map(amendmentOf).toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
    return a.number.localeCompare(b.number, 'en', { numeric: true });
  });
}

/** What a signed amendment makes of the end, or of the amount of a fiscal year. */
interface Setting<T> {
  readonly number: string;
  readonly value: T;
}

/** Of what signed amendments set, the last in force on a day, and what others set from later days on. */
export interface Decided<T> {
  /** Null where none in force sets it. */
  readonly inForce: Setting<T> | null;
  readonly later: readonly T[];
}

function decided<T>(
  amendments: readonly Amendment[],
  day: string,
  setBy: (amendment: Amendment) => T | null,
): Decided<T> {
  const set = amendments.flatMap((each) => {
    const value = each.signedOn === null ? null : setBy(each);
    return value === null ? [] : [{ from: each.inForceOn, setting: { number: each.number, value } }];
  });
  return {
    inForce: set.findLast(({ from }) => from <= day)?.setting ?? null,
    later: set.filter(({ from }) => from > day).map(({ setting }) => setting.value),
  };
}

/** The end of the agreement. */
export const endOn = (amendments: readonly Amendment[], day: string): Decided<string> =>
  decided(amendments, day, ({ newEndsOn }) => newEndsOn);

/** The amount of a whole fiscal year, in cents. */
export const amountOn = (amendments: readonly Amendment[], day: string, year: number): Decided<number> =>
  decided(amendments, day, ({ amounts }) => amounts.find(({ fiscalYear }) => fiscalYear === year)?.cents ?? null);

/** What a signed amendment says and what the agreement has instead: its end, or the amount of the fiscal year in cents. */
export const amendedFact = z.discriminatedUnion('what', [
  z.object({ what: z.literal('end'), number: z.string(), amendment: z.string(), agreement: z.string() }),
  z.object({ what: z.literal('amount'), number: z.string(), amendment: z.int(), agreement: z.int().nullable() }),
]);
export type AmendedFact = z.infer<typeof amendedFact>;
