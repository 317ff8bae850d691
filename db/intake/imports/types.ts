import type { ReferralSource, RiskBand } from '#contract/ground/codes';
import type { CivilDate, UncertainDay } from '#contract/ground/dates';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { UnitId, UserId } from '#contract/ground/ids';
import type { ImportField, ImportMapping, ValueField } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import type { Conclusion } from './aliases.ts';
import type { Members } from './members.ts';
import type { WrittenEnd } from './endings.ts';
import type { DateColumn, WrittenDate } from './writtenDates.ts';

/** How the rows of a register are read, in addition to its layout. */
export interface Register {
  /** What each text means, by its folded form; null for none. */
  readonly meaning: (field: ValueField, text: string) => string | null | undefined;
  readonly dateOf: (field: 'receivedOn' | 'concludedOn', text: string) => WrittenDate | null;
  /** How the dates of ends are written. */
  readonly endColumn: DateColumn;
  /** What the cells of a state and a closing date say of an end: one of them may hold both. */
  readonly endOf: (state: string, date: string) => WrittenEnd;
  /** Whether the dates of the column show their own order. */
  readonly isEvident: (field: 'receivedOn' | 'concludedOn') => boolean;
}

/** What a file is read in: how its numbers are days, and today. */
export interface Present {
  readonly serialDay: (text: string) => string | null;
  readonly today: CivilDate;
}

/** How the lines below the names of the columns are read. */
export interface ReadAs {
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
  readonly present: Present;
  /** The lines above the names of the columns. */
  readonly titles?: readonly (readonly string[])[];
}

/** The lines that follow one, as far as they are looked at. */
export type Ahead = () => readonly (readonly string[])[];

/** What a row is judged against: the file's layout and who imports. */
export interface Layout {
  readonly mapping: ImportMapping;
  readonly columnCount: number;
  /** The day that a bare number means in a workbook; null where it is none. */
  readonly serialDay: (text: string) => string | null;
  /** The column of closing dates gives the day of any state. */
  readonly hasStateDays: boolean;
  readonly sourceDefault: ReferralSource | null;
  /** Null for an exchange file, which is read strictly. */
  readonly register: Register | null;
  /** Every unit of the workspace by its folded code, so that a missing one is distinguished from one of others. */
  readonly unitByCode: ReadonlyMap<string, UnitId>;
  /** Codes of the importer's own units, by folded code and by folded name. */
  readonly ownCodes: ReadonlyMap<string, string>;
  readonly ownUnits: ReadonlySet<string>;
  readonly members: Members;
  readonly today: CivilDate;
  readonly now: number;
}

/** How a referral ended, and on which day; where it is uncertain, `on` is the first that it may have been. */
export interface Ended {
  readonly state: Conclusion;
  readonly on: CivilDate;
  readonly uncertain: UncertainDay;
}

/** A referral as the file gives it, ready to be written. */
export interface ImportedReferral {
  readonly unitId: UnitId;
  readonly source: ReferralSource;
  readonly receivedOn: CivilDate;
  /** Its instant, where the file gives the time. */
  readonly receivedAt: number | null;
  readonly externalNumber: string | null;
  readonly externalKey: string | null;
  readonly priorityReceived: string | null;
  readonly riskBand: RiskBand | null;
  readonly summary: string | null;
  readonly identifiers: readonly IdentifierFacts[];
  readonly ended: Ended | null;
  /** Who an open referral comes in assigned to. */
  readonly assignedTo: UserId | null;
  /** As the file writes it, where it is assigned to nobody. */
  readonly officerNamed: string | null;
  /** Of a row without an external number: what it says, so that the same row is known again. */
  readonly fingerprint: string | null;
}

export interface Judged {
  /** Null where the row is not imported. */
  readonly referral: ImportedReferral | null;
  /** Why not; of a row that is imported, what it leaves open. */
  readonly reasons: readonly VerdictReason[];
}

/** Of a row below a line that names a unit, that name: the row's own unit goes before it. */
export type Judge = (row: { readonly cells: readonly string[]; readonly above: string | null }) => Judged;

/** One row, as its cells are read. */
export interface Reader {
  readonly text: (field: ImportField) => string;
  readonly mapped: (field: ImportField) => boolean;
  readonly date: (text: string) => CivilDate | null;
  readonly word: (text: string) => string;
  readonly isBlank: (text: string) => boolean;
  readonly refuse: (reason: VerdictReason) => null;
}
