import type { UnitId } from '#contract/ground/ids';
import { toCsv } from '../../../documents/files/csv.ts';
import type { BuiltFile } from '../../../documents/files/builtFile.ts';
import type { Assumptions } from '../../../estimator/assumptions.ts';
import { samplerFor } from '../../../estimator/sampler/fit.ts';
import type { UnitPanel } from '../../../estimator/panel.ts';
import { at } from '../../../estimator/numbers.ts';
import { sha256 } from '../../../ground/kernel/signing.ts';
import { capacitySpecification, type CapacitySpecification } from './specification.ts';

const columns = {
  unit: 'unit',
  month: 'month',
  inflow: 'inflow',
  proactive: 'proactive',
  outflow: 'outflow',
  administrative: 'administrative',
  backlog: 'backlog',
  fteBase: 'fte_base',
  fteFunded: 'fte_funded',
  overtimeBase: 'overtime_base',
  overtimeFunded: 'overtime_funded',
  definition: 'definition',
  partial: 'partial',
} as const;

export interface NamelessPanels {
  readonly panels: readonly UnitPanel[];
  /** Which name each unit has in the files. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The panels under names that say nothing. Their order comes from a hash, so that it does not give away the order of the codes; it is the same
 * each time for the same question.
 */
export function withoutNames(panels: readonly UnitPanel[], questionHash: string): NamelessPanels {
  const shuffled = panels
    .map((panel) => ({ panel, key: sha256(`${questionHash} ${panel.unitId}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const width = String(shuffled.length).length;
  const named = shuffled.map(({ panel }, index) => {
    const unitId = `unit-${String(index + 1).padStart(width, '0')}`;
    return { was: panel.unitId, panel: { ...panel, unitId } };
  });
  return {
    panels: named.map(({ panel }) => panel),
    names: new Map(named.map(({ was, panel }) => [was, panel.unitId])),
  };
}

/** One row for each unit and month; what is not known is an empty cell. */
export function panelFile(panels: readonly UnitPanel[]): BuiltFile {
  const rows = panels.flatMap((panel) =>
    panel.months.map((month, t) => ({
      unit: panel.unitId,
      month,
      inflow: at(panel.inflowReferred, t),
      proactive: at(panel.inflowProactive, t),
      outflow: at(panel.outflowInvestigated, t),
      administrative: at(panel.outflowAdministrative, t),
      backlog: at(panel.backlog, t),
      fte_base: at(panel.fteBase, t),
      fte_funded: at(panel.fteFunded, t),
      overtime_base: at(panel.overtimeBase, t),
      overtime_funded: at(panel.overtimeFunded, t),
      definition: at(panel.definitionId, t),
      partial: panel.partialMonths?.includes(t) ? 1 : 0,
    })),
  );
  return { name: 'panel.csv', bytes: toCsv(Object.values(columns), rows) };
}

/** @param ofTotal the units that the total is of, by their ids; one that has no months is in no total */
export function specificationOf(
  assumptions: Assumptions,
  seed: number,
  { names, panels }: NamelessPanels,
  ofTotal: readonly UnitId[],
): CapacitySpecification {
  const { relativeProductivity, administrative: _, ...rest } = assumptions;
  const totalOf = ofTotal.flatMap((id) => names.get(id) ?? []).sort();
  return capacitySpecification.parse({
    columns,
    assumptions: {
      ...rest,
      productivityMean: relativeProductivity.mean,
      productivityDeviation: relativeProductivity.deviation,
    },
    seed,
    ...samplerFor(panels, assumptions),
    crossChecks: true,
    months: 'all',
    totalOf: totalOf.length === 0 ? null : totalOf,
  });
}

/** As the command writes it with `--out`: the two files can be compared byte by byte. */
export function jsonFile(name: string, value: unknown): BuiltFile {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8') };
}
