import type { ProgressPhase } from '#contract/ground/events';

/** One long call, as its handler sees it. */
export interface Job {
  readonly progress: (phase: ProgressPhase, done: number, total: number | null) => void;
  /** Throws `cancelled` once the user asked to stop. Long work calls it between its steps. */
  readonly checkpoint: () => void;
  /** Lets other calls run, then checks. */
  readonly breathe: () => Promise<void>;
}
