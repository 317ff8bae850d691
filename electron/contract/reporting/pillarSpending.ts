import { z } from 'zod';
import { sumKnown } from '../ground/amounts.ts';
import { quarterNumbers } from '../ground/dates.ts';
import type { FundingCell } from './fundingCells.ts';

type Row = Readonly<Record<string, FundingCell | undefined>>;

const cents = z.int().nullable();

/** What the budget lines of one pillar spent in a fiscal year, in cents. Null: nothing is entered; a blank is never a zero. */
export const pillarSpending = z.object({
  /** Null: lines that name no pillar. */
  pillar: z.string().nullable(),
  lines: z.int(),
  spent: cents,
  toProjects: cents,
  elsewhere: cents,
  /** Spent on lines of which it is not entered whether they go to a project. */
  notSaid: cents,
  /** Quarters of its lines whose actual is entered, of all. */
  entered: z.int(),
  asked: z.int(),
  /** Of what was spent, the part that goes to projects; null where that is not known of every line that spent. */
  share: z.number().nullable(),
});
export type PillarSpending = z.infer<typeof pillarSpending>;

/** A fiscal year by pillar, and all of it together. */
export const yearByPillar = z.object({
  fiscalYear: z.int(),
  rows: z.array(pillarSpending),
  total: pillarSpending.omit({ pillar: true }),
});
export type YearByPillar = z.infer<typeof yearByPillar>;

const actualsOf = (row: Row): readonly (number | null)[] =>
  quarterNumbers.map((quarter) => {
    const value = row[`q${String(quarter)}Actual`];
    return typeof value === 'number' ? value : null;
  });

const spentOn = (rows: readonly Row[]): number | null => sumKnown(rows.flatMap(actualsOf));

function shareOf(spent: number | null, toProjects: number | null, unsaid: readonly Row[]): number | null {
  if (spent === null || toProjects === null || spent <= 0) return null;
  return spentOn(unsaid) === null ? toProjects / spent : null;
}

function spendingOf(rows: readonly Row[]): YearByPillar['total'] {
  const [yes, no] = ['yes', 'no'].map((answer) => rows.filter(({ toProject }) => toProject === answer));
  const unsaid = rows.filter(({ toProject }) => toProject !== 'yes' && toProject !== 'no');
  // No line of a kind spends nothing on it, once something is entered at all.
  const part = (own: readonly Row[] = []): number | null =>
    own.length === 0 && spentOn(rows) !== null ? 0 : spentOn(own);
  const [spent, toProjects] = [spentOn(rows), part(yes)];
  const actuals = rows.flatMap(actualsOf);
  return {
    lines: rows.length,
    spent,
    toProjects,
    elsewhere: part(no),
    notSaid: part(unsaid),
    entered: actuals.filter((each) => each !== null).length,
    asked: actuals.length,
    share: shareOf(spent, toProjects, unsaid),
  };
}

const pillarOf = (row: Row): string | null =>
  typeof row['pillar'] === 'string' && row['pillar'] !== '' ? row['pillar'] : null;

/**
 * The budget lines of one fiscal year by pillar: those of the catalogue in its order, then codes that only lines name, then the lines that
 * name none, in a row of their own.
 */
export function spentByPillar(fiscalYear: number, lines: readonly Row[], catalogue: readonly string[]): YearByPillar {
  const named = new Set(lines.flatMap((line) => pillarOf(line) ?? []));
  const others = [...named].filter((code) => !catalogue.includes(code)).sort();
  const rows = [...catalogue, ...others, null].map((pillar) => {
    const own = lines.filter((line) => pillarOf(line) === pillar);
    return { pillar, ...spendingOf(own) };
  });
  return {
    fiscalYear,
    rows: rows.filter(({ pillar, lines: count }) => pillar !== null || count > 0),
    total: spendingOf(lines),
  };
}
