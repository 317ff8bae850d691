import type { Assumptions } from './assumptions.ts';
import { combineUnits, type CombinedCounterfactual } from './combineUnits.ts';
import {
  defaultDraws,
  estimateCounterfactual,
  type EstimatedCounterfactual,
  type RefusedCounterfactual,
} from './counterfactual.ts';
import type { UnitPanel } from './panel.ts';
import { estimateSensitivity, type SensitivityResult } from './sensitivity.ts';

export type CounterfactualTask = {
  readonly panels: readonly UnitPanel[];
  readonly assumptions: Assumptions;
  readonly seed: number;
  /** Default 4,000. */
  readonly draws?: number;
  /** Months 'YYYY-MM' for which totals are formed, for instance the quarter's last. */
  readonly totalMonths: readonly string[];
  /** The strip of changed assumptions; about ten times the work of the estimate. */
  readonly withSensitivity: boolean;
};

export type CounterfactualOutcome = {
  readonly units: readonly {
    /** Without its draws: they are summed here and are too many to send to another thread. */
    readonly result: Omit<EstimatedCounterfactual, 'draws'> | RefusedCounterfactual;
    /** Null when it was not asked for or the unit is refused. */
    readonly sensitivity: Extract<SensitivityResult, { readonly status: 'estimated' }> | null;
  }[];
  readonly total: CombinedCounterfactual;
};

const stepsPerRun = 100;

/**
 * All units of a question and their total, for a worker thread that is ended from outside when the question is cancelled.
 * @param report told of whole steps done, of a constant total
 * @throws RangeError as `estimateCounterfactual` and `combineUnits`
 */
export function runCounterfactual(
  task: CounterfactualTask,
  report: (done: number, total: number) => void,
): CounterfactualOutcome {
  const total = task.panels.length * stepsPerRun * (task.withSensitivity ? 2 : 1);
  let before = 0;
  const onProgress = (share: number): void => {
    report(before + Math.floor(share * stepsPerRun), total);
  };
  const options = { seed: task.seed, draws: task.draws ?? defaultDraws, keepMonths: task.totalMonths, onProgress };
  const units = task.panels.map((panel) => {
    const result = estimateCounterfactual(panel, task.assumptions, options);
    if (result.status === 'cancelled') throw new RangeError('A run without a cancel hook was cancelled.');
    before += stepsPerRun;
    const strip = task.withSensitivity ? estimateSensitivity(panel, task.assumptions, options) : null;
    if (task.withSensitivity) before += stepsPerRun;
    return { result, sensitivity: strip?.status === 'estimated' ? strip : null };
  });
  report(total, total);
  return {
    units: units.map(({ result, sensitivity }) => ({ result: withoutDraws(result), sensitivity })),
    total: combineUnits(
      units.map((unit) => unit.result),
      task.totalMonths,
    ),
  };
}

function withoutDraws(
  result: EstimatedCounterfactual | RefusedCounterfactual,
): Omit<EstimatedCounterfactual, 'draws'> | RefusedCounterfactual {
  if (result.status === 'refused') return result;
  const summary: Omit<EstimatedCounterfactual, 'draws'> & { draws?: unknown } = { ...result };
  delete summary.draws;
  return summary;
}
