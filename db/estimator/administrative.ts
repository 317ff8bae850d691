import { at } from './numbers.ts';
import type { UnitPanel } from './panel.ts';
import type { Random } from './random.ts';
import { sampleBinomial } from './samplers.ts';
import type { Window } from './window.ts';

/** Chance that a file open at the beginning of a month leaves otherwise than by investigation, all reported months together. */
export function administrativeHazard(panel: UnitPanel, window: Window): number {
  let [open, left] = [0, 0];
  for (let t = window.first + 1; t <= window.last; t += 1) {
    const before = at(panel.backlog, t - 1);
    const administrative = at(panel.outflowAdministrative, t);
    if (before === null || administrative === null) continue;
    open += before;
    left += administrative;
  }
  return open > 0 ? Math.min(1, left / open) : 0;
}

/**
 * Files that would have left otherwise than by investigation from a queue that is longer by `gap`: each open file has the same chance to, so a
 * longer queue loses more of them. Those that did leave are kept; only the difference between the two stocks is drawn.
 * @param left files that did leave; @param before files open when the month began, 0 where that is not known
 * Source: Vigie method note, section 4, attack 9.
 */
export function drawLeftOtherwise(random: Random, left: number, before: number, gap: number, hazard: number): number {
  if (gap >= 0) return left + sampleBinomial(random, gap, hazard);
  return before > 0 ? sampleBinomial(random, left, Math.max(0, Math.min(1, (before + gap) / before))) : left;
}

/** The unit as its investigations see it: what left otherwise never came in. */
export function investigatedPart(panel: UnitPanel): UnitPanel {
  const administrative = panel.outflowAdministrative;
  return {
    ...panel,
    inflowReferred: panel.inflowReferred.map((files, t) => {
      const left = at(administrative, t);
      return files === null || left === null ? null : files - left;
    }),
    outflowAdministrative: administrative.map((files) => (files === null ? null : 0)),
  };
}
