import type { FileStage } from '#contract/statistics/stages';
import type { Observation } from '../../estimator/survival/lifeTable.ts';

/** The days on which a referral's file took each step; null where it has not. Days are counted from 1970-01-01. */
export interface FileSteps {
  readonly received: number;
  readonly assigned: number | null;
  /** It came in assigned, since nobody knows when: no time of a stage rests on that day. */
  readonly isAssignedUndated?: boolean;
  readonly acted: number | null;
  readonly concluded: number | null;
  /** Left otherwise than by a conclusion: bundled, transferred, not viable. */
  readonly left: number | null;
}

const first = (...days: readonly (number | null)[]): number =>
  Math.min(...days.map((day) => day ?? Number.POSITIVE_INFINITY));

/** From one step to the next, seen up to a day: an event where the step was taken by then, censored where the file left or is still on its way. */
function observed(
  began: number | null,
  step: number | null,
  { concluded, left }: FileSteps,
  on: number,
): readonly Observation[] {
  if (began === null || began > on) return [];
  if (step !== null && step <= on) return [{ time: Math.max(0, step - began), event: true }];
  return [{ time: Math.max(0, first(concluded, left, on) - began), event: false }];
}

/** How long each stage took, or has taken so far, in the files of a cohort. */
export function stageTimes(
  files: readonly FileSteps[],
  on: number,
): Readonly<Record<Exclude<FileStage, 'whole'>, readonly Observation[]>> {
  const dated = files.filter(({ isAssignedUndated = false }) => !isAssignedUndated);
  return {
    assigned: dated.flatMap((file) => observed(file.received, file.assigned, file, on)),
    first_action: dated.flatMap((file) => observed(file.assigned, file.acted, file, on)),
    conclusion: files.flatMap((file) => observed(file.acted, file.concluded, file, on)),
  };
}
