import { createContext, useContext, useMemo } from 'react';
import type { Assumptions } from '#contract/statistics/assumptions';
import { useRead } from '../../../../bridge/queries.ts';
import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { assumptionLines } from '../assumptions/assumptionWords.ts';
import { matchingSet } from '../sets/matchingSet.ts';
import type { Result } from '../useEstimate.ts';
import { basisText } from '../estimateText.ts';

interface Provenance {
  readonly result: Result;
  /** "Unit U07 · Borealia ICE unit". */
  readonly about: string;
}

/** What every figure of the page rests on. */
export const ProvenanceContext = createContext<Provenance | null>(null);

export function useProvenance(): Provenance {
  const provenance = useContext(ProvenanceContext);
  if (provenance === null) throw new Error('useProvenance outside an estimate');
  return provenance;
}

/** The name under which these assumptions are kept, if they are. */
function useSetName(assumptions: Assumptions): string | undefined {
  const sets = useRead('assumptionSets.list', {}).data?.sets ?? [];
  return matchingSet(assumptions, sets)?.name;
}

/** How the estimate was made: method, seed, assumptions. */
export function useMethodLines(): readonly string[] {
  const t = useText();
  const format = useFormat();
  const { result } = useProvenance();
  const set = useSetName(result.assumptions);
  return useMemo(
    () => [
      t('counterfactual:export.method', {
        basis: basisText(result, t, format),
        draws: format.number(result.draws),
        seed: String(result.seed),
        hash: result.inputsHash.slice(0, 12),
      }),
      t(`counterfactual:export.${set === undefined ? 'assumptions' : 'assumptionSet'}`, {
        list: assumptionLines(result.assumptions, t, format).join('; '),
        set: set ?? '',
      }),
    ],
    [result, set, t, format],
  );
}

interface FigureProvenance {
  /** With a word that the data are fictitious where they are. */
  readonly marking: string;
  /** What the figure is about, and how it was made. */
  readonly notes: readonly string[];
}

/** What goes with a figure wherever it goes. */
export function useFigureProvenance(): FigureProvenance {
  const t = useText();
  const format = useFormat();
  const { workspace } = useSession();
  const { result, about } = useProvenance();
  const { marking, demonstration } = workspace;
  return {
    marking: demonstration ? `${marking} · ${t('counterfactual:export.fictitious')}` : marking,
    notes: [t('counterfactual:export.about', { about, month: format.month(result.lastMonth) }), ...useMethodLines()],
  };
}
