import type { UnitPanel } from '../../../estimator/panel.ts';

/** Chance makes no two units alike for so long, nor where so many different numbers of files were closed. */
const fewestMonths = 12;
const fewestNumbers = 4;

/** By month what came in, was closed and was open, where all three are known. */
function movementsOf(panel: UnitPanel): ReadonlyMap<string, string> {
  const known = panel.months.flatMap((month, t) => {
    const figures = [panel.inflowReferred[t], panel.outflowInvestigated[t], panel.backlog[t]];
    return figures.includes(null) ? [] : [[month, figures.join(' ')] as const];
  });
  return new Map(known);
}

function areTwins(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  const common = [...one].filter(([month]) => other.has(month));
  if (common.length < fewestMonths || common.some(([month, figures]) => other.get(month) !== figures)) return false;
  return new Set(common.map(([, figures]) => figures.split(' ')[1])).size >= fewestNumbers;
}

/** Two units whose files move alike in every month that both report: one unit that was entered twice. The staff may be written differently. */
export function twinsAmong(panels: readonly UnitPanel[]): readonly [string, string] | null {
  const all = panels.map((panel) => ({ unit: panel.unitId, movements: movementsOf(panel) }));
  for (const [index, one] of all.entries()) {
    const twin = all.slice(index + 1).find((other) => areTwins(one.movements, other.movements));
    if (twin) return [one.unit, twin.unit];
  }
  return null;
}
