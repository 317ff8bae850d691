import type { Agreement } from '#contract/reporting/agreements';
import type { FieldProblem } from '#contract/ground/errors';

type Facts = Pick<Agreement, 'startsOn' | 'endsOn' | 'units'>;

/** What is wrong with an agreement's dates and units, field by field; empty where nothing is. */
export function agreementProblems(facts: Facts, knownUnits: ReadonlySet<string>): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (facts.endsOn < facts.startsOn) problems.push({ path: 'endsOn', code: 'date_before_previous' });
  const seen = new Set<string>();
  facts.units.forEach(({ unitId, from, to }, index) => {
    const path = `units.${index}`;
    if (!knownUnits.has(unitId)) problems.push({ path: `${path}.unitId`, code: 'unknown_unit' });
    if (seen.has(unitId)) problems.push({ path: `${path}.unitId`, code: 'duplicate_unit' });
    if (to !== null && to < from) problems.push({ path: `${path}.to`, code: 'date_before_previous' });
    seen.add(unitId);
  });
  return problems;
}

type Funded = { readonly unitId: string; readonly from: string; readonly to: string | null };

/**
 * Which units an agreement funds, and when, decides what is seen of them: a person limited to some agreements cannot widen that. A new
 * agreement has none before.
 */
export function hasSameUnits(id: string | undefined, before: readonly Funded[], after: readonly Funded[]): boolean {
  const keys = (units: readonly Funded[]): string =>
    units
      .map(({ unitId, from, to }) => `${unitId} ${from} ${to ?? ''}`)
      .sort()
      .join();
  return id !== undefined && keys(before) === keys(after);
}
