import { at } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';

/** The unit as its investigations see it: what left without one never came in. */
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
