import { describe, expect, it } from 'vitest';
import { spentByPillar } from '#contract/reporting/pillarSpending';

const line = (pillar: string | null, toProject: string | null, ...actuals: readonly (number | null)[]) => ({
  pillar,
  toProject,
  ...Object.fromEntries(actuals.map((cents, index) => [`q${String(index + 1)}Actual`, cents])),
});
const shown = (lines: readonly ReturnType<typeof line>[], catalogue: readonly string[] = ['A', 'B']) => {
  const { rows, total } = spentByPillar(2026, lines, catalogue);
  const short = ({ spent, toProjects, notSaid, share }: (typeof rows)[number] | typeof total) =>
    [spent, toProjects, notSaid, share] as const;
  return { rows: rows.map((each) => [each.pillar, ...short(each)]), total: short(total) };
};

describe('spending by pillar', () => {
  it('adds whole cents by pillar, with the share that goes to projects, and lines without a pillar apart', () => {
    const found = shown([
      line('A', 'yes', 10, 20),
      line('A', 'no', 10),
      line(null, 'yes', 5),
      line('', 'no', 15),
      line('Z', 'yes', 1),
    ]);
    expect(found.rows).toEqual([
      ['A', 40, 30, 0, 0.75],
      ['B', null, null, null, null],
      ['Z', 1, 1, 0, 1],
      [null, 20, 5, 0, 0.25],
    ]);
    expect(found.total).toEqual([61, 36, 0, 36 / 61]);
  });

  it('tells what is not entered from zero', () => {
    expect(shown([line('A', 'yes', null)], ['A']).rows).toEqual([['A', null, null, null, null]]);
    expect(shown([line('A', 'yes', 0)], ['A']).rows).toEqual([['A', 0, 0, 0, null]]);
    expect(shown([line('A', 'no', 7)], ['A']).rows).toEqual([['A', 7, 0, 0, 0]]);
    const { rows } = spentByPillar(2026, [line('A', 'yes', 0, null, 3)], ['A']);
    expect(rows.map(({ lines, entered, asked }) => [lines, entered, asked])).toEqual([[1, 2, 4]]);
  });

  it('gives no share where a line that spent does not say whether it goes to a project', () => {
    expect(shown([line('A', 'yes', 6), line('A', null, 4)], ['A']).rows).toEqual([['A', 10, 6, 4, null]]);
    // A line that spent nothing yet changes no share.
    expect(shown([line('A', 'yes', 6), line('A', null)], ['A']).rows).toEqual([['A', 6, 6, null, 1]]);
    expect(shown([line('A', 'yes', null), line('A', 'no', 4)], ['A']).rows).toEqual([['A', 4, null, 0, null]]);
  });

  it('has no row for lines without a pillar where every line names one', () => {
    expect(shown([line('A', 'yes', 1)], ['A']).rows).toHaveLength(1);
    expect(shown([], []).rows).toEqual([]);
  });
});
