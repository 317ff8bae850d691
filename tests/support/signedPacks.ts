import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { caseMeasure, ledgerTerm, outcomeMeasure, staffingMeasure, type Measure } from '#contract/ground/codes';
import { monthsBetween, type Month, type Quarter } from '#contract/ground/dates';
import type { StageMedian, UnitStock } from '#contract/reporting/indicators';
import type { UnitId } from '#contract/ground/ids';
import { canonicalJson } from '../../db/ground/kernel/canonicalJson.ts';
import { systemIds } from '../../db/ground/kernel/ids.ts';
import { fingerprintOf, signText, type SigningKey } from '../../db/ground/kernel/signing.ts';
import { framework } from '../../db/reporting/indicators/framework.ts';
import { packVersion, type PackCell, type PackPayload } from '../../db/reporting/packs/format.ts';

export const quarterOne = { fiscalYear: 2026, quarter: 1 } as Quarter;
export const quarterTwo = { fiscalYear: 2026, quarter: 2 } as Quarter;
export const quarterThree = { fiscalYear: 2026, quarter: 3 } as Quarter;

export function newKey(): SigningKey {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { privateKey: pair.privateKey.toString('base64'), publicKey: pair.publicKey.toString('base64') };
}

/** A fictitious service's workspace, seen from outside: its identity, its key and its one unit. */
export interface Sender {
  readonly workspaceId: string;
  readonly key: SigningKey;
  readonly fingerprint: string;
  readonly unitId: UnitId;
  readonly code: string;
}

export function newSender(code = 'U01'): Sender {
  const key = newKey();
  return {
    workspaceId: randomUUID(),
    key,
    fingerprint: fingerprintOf(key.publicKey),
    // In the order in which they are made, so that other units of the same panels are given the same answers.
    unitId: systemIds(),
    code,
  };
}

const flows: Partial<Record<Measure, number>> = { received: 30, concluded: 20, administrative: 4, to_court: 2 };
const outcomes: Partial<Record<Measure, number>> = {
  investigations_opened: 9,
  investigations_concluded: 7,
  arrests: 2,
};
const staff: Partial<Record<Measure, number>> = { fte_base: 5, fte_funded: 2, overtime_base_hours: 40 };

/** Every measure of every month, with the same figures each month but where `change` says otherwise. */
export function wholeCells(
  unitId: UnitId,
  first: Month,
  last: Month,
  change: (month: Month, measure: Measure) => number | null | undefined = () => undefined,
): PackCell[] {
  const usual: Partial<Record<Measure, number>> = { ...flows, ...outcomes, ...staff, charges_laid: 6 };
  const measures = [
    ...ledgerTerm.options,
    ...outcomeMeasure.options,
    ...caseMeasure.options,
    ...staffingMeasure.options,
  ];
  const cell = (month: Month, measure: Measure, value: number | null): PackCell => ({
    unitId,
    month,
    measure,
    value,
    status: value === null ? 'not_available' : 'complete',
    source: 'counted',
  });
  const rows = monthsBetween(first, last).flatMap((month) =>
    measures.map((measure) => {
      const changed = change(month, measure);
      return cell(month, measure, changed === undefined ? (usual[measure] ?? 0) : changed);
    }),
  );
  return [cell(first, 'backlog_opening', 400), ...rows];
}

/** Half of the files come to the end of the stage on one day; the others are on their way a year later. */
const halfWithin = (stage: StageMedian['stage'], days: number, files: number): StageMedian => ({
  stage,
  days,
  files,
  durations: { times: [days, 365], events: [files / 2, 0], censored: [0, files / 2] },
});

/** 300 files of known age and no others; half of them leave within 60 days. */
export const usualStock: UnitStock = {
  files: 300,
  declared: 0,
  over180: 40,
  oldestDays: 410,
  medians: [
    halfWithin('assigned', 5, 120),
    halfWithin('first_action', 14, 110),
    halfWithin('conclusion', 40, 60),
    halfWithin('whole', 60, 120),
  ],
  acted: [
    { band: 'imminent', numerator: 3, denominator: 3 },
    { band: 'high', numerator: 18, denominator: 24 },
  ],
  breakdowns: [],
};

export function payloadFor(sender: Sender, quarter: Quarter, exportedAt: number, panel: PackCell[]): PackPayload {
  return {
    workspace: { id: sender.workspaceId, name: `Service ${sender.code}`, demonstration: false },
    quarter,
    exportedAt,
    auditHead: '0'.repeat(64),
    application: '0.1.0',
    schema: '0000_first',
    units: [
      {
        id: sender.unitId,
        code: sender.code,
        name: { en: `Unit ${sender.code}`, fr: `Unité ${sender.code}` },
        service: 'Fictitious',
      },
    ],
    countingRules: [],
    panel,
    indicators: [],
    stock: [{ unitId: sender.unitId, stock: usualStock }],
    notReviewed: 0,
    framework,
  };
}

export function packText(payload: object, key: SigningKey, version = packVersion): string {
  return canonicalJson({ format: 'vigie-pack', version, payload, signature: signText(key, canonicalJson(payload)) });
}
