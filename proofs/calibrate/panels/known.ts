import type { UnitPanel } from '../../../db/estimator/panel.ts';

/** Panels as they are reported, and of each unit what only the world that made them knows. Files at the end of each month, reported or not. */
export type KnownPanel = {
  readonly panels: readonly UnitPanel[];
  readonly units: readonly {
    readonly funded: boolean;
    readonly backlog: readonly number[];
    readonly backlogWithout: readonly number[];
  }[];
};
