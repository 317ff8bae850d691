import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RawDatabase } from '../../db/store/sqlite/connection.ts';
import { openFolder, signIn } from '../../db/store/signIn.ts';
import type { Store } from '../../db/store/store.ts';
import type { TwoAgreements } from './twoAgreements.ts';
import { administrator, letIn, newStore } from './store.ts';

interface Payload {
  units: { id: string; code: string; name: unknown }[];
  panel: { unitId: string; month: string }[];
  countingRules: { unitId: string; validFrom: string }[];
  indicators: { unitCode: string }[];
  stock: { unitId: string }[];
  notReviewed: number | null;
}

const tablesOfAgreements = [
  'agreement_unit',
  'budget_line',
  'cash_entry',
  'position',
  'training',
  'equipment',
  'activity',
  'risk',
  'due_report',
  'amendment',
  'indicator_target',
  'funding_change',
  'explanation',
  'narrative',
  'return_actuals',
  'attestation',
  'restatement_reason',
  'funding_return',
];

/**
 * A second workspace in which nothing of the other agreement ever was: a copy, its rows deleted one kind after another without a view and
 * without the code that scopes. A user who sees everything there must get the answers that `alpha` gets here.
 */
export async function onlyAlpha(two: TwoAgreements): Promise<Store> {
  const { test } = two;
  test.store.lock();
  const parent = join(test.parent, 'only-alpha');
  mkdirSync(parent);
  const folder = join(parent, 'Test.vigie');
  cpSync(test.folder, folder, { recursive: true });
  const store = newStore();
  openFolder(store, folder);
  await signIn(store, 'coordinator', administrator.passphrase);
  forget(store.requireUnlocked().raw, two);
  store.lock();
  await signIn(store, 'coordinator', administrator.passphrase);
  letIn(store);
  return store;
}

function forget(raw: RawDatabase, { alpha, units }: TwoAgreements): void {
  const own = [units.ALPHA1, units.SHARED, units.MOVED].map(({ unitId }) => unitId);
  const moved = units.MOVED.unitId;
  raw.exec(
    `DELETE FROM return_release WHERE return_id NOT IN (SELECT id FROM funding_return WHERE agreement_id = '${alpha}')`,
  );
  for (const table of tablesOfAgreements) raw.exec(`DELETE FROM ${table} WHERE agreement_id <> '${alpha}'`);
  raw.exec(`DELETE FROM agreement WHERE id <> '${alpha}'`);
  raw.exec(`DELETE FROM funder_template WHERE name = 'Form BETA'`);
  const list = own.map((id) => `'${id}'`).join(', ');
  for (const table of ['unit_month', 'unit_stock', 'entered_value', 'counting_rule', 'pack_unit'])
    raw.exec(`DELETE FROM ${table} WHERE unit_id NOT IN (${list})`);
  raw.exec(`DELETE FROM unit WHERE id NOT IN (${list})`);
  // It left in the quarter that ends in September.
  raw.exec(`DELETE FROM unit_month WHERE unit_id = '${moved}' AND month > '2026-09'`);
  raw.exec(`DELETE FROM unit_stock WHERE unit_id = '${moved}' AND fiscal_year = 2026 AND quarter > 2`);
  const rows = raw.prepare('SELECT id, fingerprint, fiscal_year AS year, quarter, payload FROM pack').all() as {
    id: string;
    fingerprint: string;
    quarter: number;
    payload: string;
  }[];
  for (const { id, fingerprint, quarter, payload } of rows) {
    const left = onlyOf(JSON.parse(payload) as Payload, own, quarter > 2 ? moved : '');
    if (left.units.length > 0) {
      raw
        .prepare('UPDATE pack SET payload = ?, units = ? WHERE id = ?')
        .run(JSON.stringify(left), JSON.stringify(left.units.map(({ code, name }) => ({ code, name }))), id);
    } else {
      raw.prepare('DELETE FROM pack WHERE id = ?').run(id);
      raw.prepare('DELETE FROM confirmed_key WHERE fingerprint = ?').run(fingerprint);
    }
  }
}

/** @param gone a unit that the pack's own quarter no longer covers, but earlier ones do */
function onlyOf(payload: Payload, own: readonly string[], gone: string): Payload {
  const units = payload.units.filter(({ id }) => own.includes(id));
  const told = (unitId: string): boolean => own.includes(unitId) && unitId !== gone;
  return {
    ...payload,
    units,
    panel: payload.panel.filter(({ unitId, month }) => told(unitId) || (unitId === gone && month <= '2026-09')),
    countingRules: payload.countingRules.filter(({ unitId }) => own.includes(unitId)),
    indicators: payload.indicators.filter(({ unitCode }) =>
      units.some(({ id, code }) => code === unitCode && told(id)),
    ),
    stock: payload.stock.filter(({ unitId }) => told(unitId)),
    notReviewed: units.length < payload.units.length ? null : payload.notReviewed,
  };
}
