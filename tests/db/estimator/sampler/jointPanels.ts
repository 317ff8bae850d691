import { steadyPanel } from '../../../support/unitPanels.ts';

export const length = 9;
const fill = (value: number): number[] => Array.from({ length }, () => value);

/** Two funded units and one control, of unlike load: every parameter of the model has something to do. */
export const panels = [
  steadyPanel(length, 3, { unitId: 'U01', fteBase: fill(2), inflowReferred: fill(12) }),
  steadyPanel(length, 5, { unitId: 'U02', fteBase: fill(3), inflowReferred: fill(6) }),
  steadyPanel(length, length, { unitId: 'U03', fteBase: fill(2), inflowReferred: fill(7) }),
];
