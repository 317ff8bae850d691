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

/** A line without the actuals of the quarters after one: they are not asked of it. */
interface Line {
  readonly row: Row;
  readonly actuals: readonly (number | null)[];
}

const lineTo = (row: Row, until: number): Line => ({
  row,
  actuals: quarterNumbers
    .filter((quarter) => quarter <= until)
    .map((quarter) => {
      const value = row[`q${String(quarter)}Actual`];
      return typeof value === 'number' ? value : null;
    }),
});

const spentOn = (lines: readonly Line[]): number | null => sumKnown(lines.flatMap(({ actuals }) => actuals));

function shareOf(spent: number | null, toProjects: number | null, unsaid: readonly Line[]): number | null {
  if (spent === null || toProjects === null || spent <= 0) return null;
  return spentOn(unsaid) === null ? toProjects / spent : null;
}

function spendingOf(lines: readonly Line[]): YearByPillar['total'] {
  const [yes, no] = ['yes', 'no'].map((answer) => lines.filter(({ row }) => row['toProject'] === answer));
  const unsaid = lines.filter(({ row }) => row['toProject'] !== 'yes' && row['toProject'] !== 'no');
  // No line of a kind spends nothing on it, once something is entered at all.
  const part = (own: readonly Line[] = []): number | null =>
    own.length === 0 && spentOn(lines) !== null ? 0 : spentOn(own);
  const [spent, toProjects] = [spentOn(lines), part(yes)];
  const actuals = lines.flatMap((each) => each.actuals);
  return {
    lines: lines.length,
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
 * name none, in a row of their own. Of a return, up to the end of its quarter alone.
 */
export function spentByPillar(
  fiscalYear: number,
  budget: readonly Row[],
  catalogue: readonly string[],
  until = 4,
): YearByPillar {
  const lines = budget.map((row) => lineTo(row, until));
  const named = new Set(budget.flatMap((row) => pillarOf(row) ?? []));
  const others = [...named].filter((code) => !catalogue.includes(code)).sort();
  const rows = [...catalogue, ...others, null].map((pillar) => {
    const own = lines.filter(({ row }) => pillarOf(row) === pillar);
    return { pillar, ...spendingOf(own) };
  });
  return {
    fiscalYear,
    rows: rows.filter(({ pillar, lines: count }) => pillar !== null || count > 0),
    total: spendingOf(lines),
  };
}
