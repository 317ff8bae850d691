import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { LedgerTerm, Measure } from '../../electron/contract/ground/codes.ts';
import { addMonths, monthsBetween, quarterMonths, type Quarter } from '../../electron/contract/ground/dates.ts';
import { unitId as unitIdSchema } from '../../electron/contract/ground/ids.ts';
import { defaultSimulation, simulatePanels } from '../../db/estimator/simulate.ts';
import type { UnitPanel } from '../../db/estimator/panel.ts';
import { framework } from '../../db/reporting/indicators/framework.ts';
import { canonicalJson } from '../../db/ground/kernel/canonicalJson.ts';
import { signText } from '../../db/ground/kernel/signing.ts';
import { packVersion, type PackCell, type PackPayload } from '../../db/reporting/packs/format.ts';

const length = 72;

const columns: Readonly<Partial<Record<Measure, keyof UnitPanel>>> = {
  received: 'inflowReferred',
  proactive: 'inflowProactive',
  concluded: 'outflowInvestigated',
  administrative: 'outflowAdministrative',
  fte_base: 'fteBase',
  fte_funded: 'fteFunded',
  overtime_base_hours: 'overtimeBase',
  overtime_funded_hours: 'overtimeFunded',
};

const otherTerms: readonly LedgerTerm[] = ['reopened', 'returned', 'transferred_in', 'to_court', 'transferred_out'];

/** Files at the end of a month beyond what the flows make of those at its beginning. @param before null: the month that opens the series */
function recounted(panel: UnitPanel, t: number, before: number | null): number {
  const at = (values: readonly (number | null)[]): number => values[t] ?? 0;
  const flow =
    at(panel.inflowReferred) +
    at(panel.inflowProactive) -
    at(panel.outflowInvestigated) -
    at(panel.outflowAdministrative);
  return at(panel.backlog) - (before ?? 0) - flow;
}

/** A panel as a pack declares it, its stock as it was simulated: a month short of work must look like one. Without `hasStaff` the staff in post were never entered. */
function cellsOf(panel: UnitPanel, unitId: PackCell['unitId'], hasStaff: boolean): PackCell[] {
  const cell = (index: number, measure: Measure, value: number | null): PackCell => ({
    unitId,
    month: panel.months[index] as PackCell['month'],
    measure,
    value,
    status: value === null ? 'not_available' : 'complete',
    source: 'declared',
  });
  const given = Object.entries(columns) as [Measure, Exclude<keyof UnitPanel, 'partialMonths'>][];
  const months = panel.months.flatMap((_, index) => [
    ...given
      .filter(([measure]) => hasStaff || !measure.startsWith('fte'))
      .map(([measure, column]) => cell(index, measure, panel[column][index] as number | null)),
    ...otherTerms.map((term) => cell(index, term, 0)),
    cell(index, 'reclassified', index === 0 ? 0 : recounted(panel, index, panel.backlog[index - 1] ?? 0)),
  ]);
  return [cell(0, 'backlog_opening', recounted(panel, 0, null)), ...months];
}

/**
 * A signed pack with six years of fourteen simulated units, U01 to U14: ten funded, three never funded, and one whose staff are not known.
 * The same seed tells the same story until `quarter`.
 */
export function laboratoryPack(quarter: Quarter): string {
  const [, , last] = quarterMonths(quarter);
  const months = monthsBetween(addMonths(last, 1 - length), last);
  const simulated = simulatePanels({
    ...defaultSimulation,
    seed: 11,
    units: 14,
    funded: 10,
    months: length,
    firstMonth: months[0]!,
    decisionMonth: 26,
    truth: { productivity: 0.9, spread: 0.1, rampMonths: 6 },
    unreportedShare: 0,
  });
  // The draws of a unit depend on its id.
  const units = simulated.map(({ panel }, index) => ({
    panel,
    id: unitIdSchema.parse(`00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`),
  }));
  const unfunded = simulated.find(({ truth }) => truth.funding === null)?.panel.unitId;
  const payload: PackPayload = {
    workspace: { id: randomUUID(), name: 'Fictitious service', demonstration: false },
    quarter,
    exportedAt: 1,
    auditHead: '0'.repeat(64),
    application: '0.1.0',
    schema: '0000_first',
    units: units.map(({ panel, id }) => ({
      id,
      code: panel.unitId,
      name: { en: `Unit ${panel.unitId}`, fr: `Unité ${panel.unitId}` },
      service: 'Fictitious',
    })),
    countingRules: [],
    panel: units.flatMap(({ panel, id }) => cellsOf(panel, id, panel.unitId !== unfunded)),
    indicators: [],
    stock: [],
    notReviewed: 0,
    framework,
  };
  const keys = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const key = { privateKey: keys.privateKey.toString('base64'), publicKey: keys.publicKey.toString('base64') };
  const signature = signText(key, canonicalJson(payload));
  return canonicalJson({ format: 'vigie-pack', version: packVersion, payload, signature });
}
