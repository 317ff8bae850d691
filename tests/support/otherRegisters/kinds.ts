import type { ReferralSource, ReferralState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { ImportField } from '#contract/intake/imports';

/** What a row of a register says of a referral, as far as it is compared. */
export const fields = ['receivedOn', 'source', 'unit', 'externalNumber', 'state', 'ended'] as const;
export type Field = (typeof fields)[number];

export type State =
  | 'open'
  | Extract<ReferralState, 'concluded' | 'not_viable' | 'information_only' | 'transferred_out'>;

/** Every day on which an end may have been, from the first to the last. */
export interface Span {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** What a careful person reads in a row; null in a field that is undecided, and where there is nothing. */
export interface Facts {
  readonly unit: string | null;
  readonly source: ReferralSource | null;
  readonly receivedOn: CivilDate | null;
  readonly externalNumber: string | null;
  readonly state: State | null;
  readonly ended: Span | null;
}

export interface Truth extends Facts {
  /** Of the text, from 1. */
  readonly line: number;
  /** What nobody can decide from the register alone: any answer without a note is a guess. */
  readonly undecided: readonly Field[];
  /** The way in which each field is written, as a pattern. */
  readonly ways: Readonly<Record<Field, string>>;
  /** The row repeats an earlier one, which was entered twice. */
  readonly isCopy: boolean;
}

/** The texts of a row, for a form to put in its columns. */
export interface Texts {
  readonly received: string;
  readonly source: string;
  readonly unit: string;
  readonly number: string;
  readonly outcome: string;
  readonly closed: string;
  readonly by: string;
  readonly own: string;
  readonly remark: string;
}

export interface WrittenRow {
  readonly texts: Texts;
  readonly truth: Omit<Truth, 'line' | 'isCopy'>;
}

/** A field as it is written: its text, the way in which it is written, and what a careful person reads; undefined where nobody can. */
export interface Written<T> {
  readonly text: string;
  readonly way: string;
  readonly value: T | undefined;
}

export interface OtherRegister {
  readonly name: string;
  /** Codes of the units that must exist where it is imported. */
  readonly units: readonly string[];
  readonly text: string;
  /** What a person chooses on the page: the line that names the columns, of those that hold anything, and the columns of its form. */
  readonly byHand: { readonly headerRow: number; readonly columns: Readonly<Partial<Record<ImportField, number>>> };
  readonly rows: readonly Truth[];
}
