import type { CaseFile, InvestigationId, ReferralId, TransferId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import type { Refused, TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import type { TwoUnits } from '../../../support/twoUnits.ts';

export const [offered, answered] = ['2026-10-20', '2026-11-23'] as const;

/** What is done with transfers of a test's store, and what is asked of it then. */
export function transferDesk(of: () => { readonly test: TestStore; readonly units: TwoUnits }) {
  const call: TestStore['call'] = (method, input) => of().test.call(method, input);
  const linesOf = async (sql: string): Promise<readonly string[]> =>
    (await stored<{ line: string }>(of().test, sql)).map(({ line }) => line);
  const change = (given: Input<'transfers.change'>) => call('transfers.change', given);
  return {
    change,
    send: async (file: { referralId?: ReferralId; investigationId?: InvestigationId }, isOutside = false) => {
      const { id } = await call('transfers.propose', {
        ...{ referralId: file.referralId ?? null, investigationId: file.investigationId ?? null },
        ...{ toUnitId: isOutside ? null : of().units.second, toService: isOutside ? 'Another service' : null },
        ...{ on: offered, message: 'Yours' },
      });
      return id;
    },
    accept: async (transferId: TransferId) =>
      (await call('transfers.accept', { transferId, version: 1, on: answered })).receivedId,
    problems: (given: Input<'transfers.change'>) =>
      change(given).then(
        () => [],
        (error: unknown) => (error as Refused).failure.fields,
      ),
    logReferral: async () =>
      (await call('referrals.log', { unitId: of().units.first, source: 'ncecc', receivedOn: '2026-10-02' })).id,
    /** The flows of transfers, by unit. */
    entries: () =>
      linesOf(`SELECT u.code || ' ' || e.term || ' ' || e.on_date AS line FROM ledger_entry e JOIN unit u ON u.id = e.unit_id
        WHERE e.term LIKE 'transferred%' ORDER BY 1`),
    months: () =>
      linesOf(`SELECT u.code || ' ' || m.measure || ' ' || m.month AS line FROM unit_month m JOIN unit u ON u.id = m.unit_id
        WHERE m.measure LIKE 'transferred%' AND m.value <> 0 ORDER BY 1`),
    corrections: async (file: CaseFile) => (await call('corrections.list', { file })).corrections,
    investigation: async (id: InvestigationId) =>
      (await call('investigations.get', { investigationId: id })).investigation,
    referral: async (referralId: ReferralId) => (await call('referrals.get', { referralId })).referral,
    /** The sender's stock at the end of October, and of November. */
    closing: async () => {
      const { units: rows } = await call('backlog.board', { from: '2026-10', to: '2026-11' });
      return rows.find(({ unitId }) => unitId === of().units.first)?.closing;
    },
  };
}
