import { closingWorlds, type ClosingWorld } from '../closings/laws.ts';
import { simulateClosings } from '../closings/simulate.ts';
import { fitPanel, type SamplerLength } from '../panels/fitPanel.ts';
import { gradePanel } from '../panels/gradePanel.ts';
import type { KnownPanel } from '../panels/known.ts';
import { scenarios } from '../panels/scenarios.ts';
import { demonstrationPanel } from './demonstration.ts';
import { scoreWorld, type WorldScore } from './score.ts';

export type WorldName = ClosingWorld | 'demonstration';

export const closingNames = Object.keys(closingWorlds) as readonly ClosingWorld[];
export const worldNames: readonly WorldName[] = [...closingNames, 'demonstration'];

function makePanel(name: WorldName, seed: number): KnownPanel {
  return name === 'demonstration' ? demonstrationPanel(seed) : simulateClosings(name, seed);
}

/**
 * The application's estimate of a panel whose truth is known, with its default assumptions, and how its 80 % intervals did.
 * @param length null: as the application samples
 */
export function tryWorld(
  name: WorldName,
  seed: number,
  length: SamplerLength | null,
): WorldScore & { readonly seed: number } {
  const known = makePanel(name, seed);
  const fitted = fitPanel(known.panels, scenarios.usual.model, seed, length);
  return { seed, ...scoreWorld(known, fitted, gradePanel(known.panels, fitted)) };
}
