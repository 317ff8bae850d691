import type { OperationId, UnitId } from '#contract/ground/ids';
import type { TestStore } from './store.ts';

const period = { from: '2026-09', to: '2026-11' } as const;
const days = { from: '2026-09-01', to: '2026-11-24' } as const;
const listed = ({ total, sealed }: { readonly total: number; readonly sealed: number }): number => total + sealed;

/** But persons charged, who cannot be counted again without persons. */
async function incidentsOf(test: TestStore, unitId: UnitId) {
  const { years } = await test.call('clearance.statistics', { unitId, years: [2026] });
  return years.map(({ values }) => Object.entries(values).filter(([name]) => !name.endsWith('charged')));
}

/** Every figure that is counted from files, whatever of them can be seen. */
export async function caseTotals(
  test: TestStore,
  { unitId, operationId }: { unitId: UnitId; operationId: OperationId },
) {
  const page = { offset: 0, size: 10 };
  const { raw } = test.store.requireUnlocked();
  return {
    board: await test.call('backlog.board', period),
    flow: await test.call('backlog.flow', period),
    ageing: await test.call('backlog.ageing', { on: '2026-10-15' }),
    survival: await test.call('backlog.survival', { on: '2026-11-24', from: '2026-09', by: 'all' }),
    received: listed(await test.call('backlog.files', { term: 'received', ...period, ...page })),
    aged: listed(await test.call('backlog.agedFiles', { on: '2026-10-15', ...page })),
    operation: await test.call('operations.counts', { operationId, ...days }),
    operationFiles: listed(await test.call('operations.rows', { operationId, figure: 'files', ...page })),
    operations: await test.call('operations.list', { filter: {} }),
    queue: await test.call('devices.queue', { filter: {} }),
    locks: await test.call('devices.locks', { filter: {} }),
    answers: await test.call('support.counts', { filter: {} }),
    partners: await test.call('partners.list', { filter: {} }),
    incidents: await incidentsOf(test, unitId),
    preview: await test.call('packs.preview', {
      quarter: { fiscalYear: 2026, quarter: 3 },
    }),
    months: raw.prepare('SELECT * FROM unit_month ORDER BY unit_id, measure, month').all(),
    unit: unitId,
  };
}
