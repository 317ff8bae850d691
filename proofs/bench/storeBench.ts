import type { Input } from '#contract/index';
import { addMonths, type Month } from '#contract/ground/dates';
import { readPanel } from '../../db/ledger/unitMonths/panel.ts';
import { stockMeasures } from '../../db/statistics/backlog/stock.ts';
import { benchAgeing } from './ageingBench.ts';
import { benchBackup } from './backupBench.ts';
import { benchSearch } from './searchBench.ts';
import { firstMonth, largeWorkspace, monthCount, rowCount, unitIdOf, type Volume } from './volume.ts';
import { benchWindow } from './windowBench.ts';
import { quantile, timed, type Measured } from './measure.ts';

type List = Input<'referrals.list'>;

/** Lists as users ask for them: every sort, every filter, and windows deep in the middle. */
const lists: readonly Omit<List, 'size'>[] = [
  { filter: {}, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
  { filter: {}, sort: { column: 'receivedOn', descending: true }, from: { at: 'date', date: '2021-06-15' } },
  { filter: {}, sort: { column: 'receivedOn', descending: false }, from: { at: 'end' } },
  { filter: { openOnly: true }, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
  { filter: { unitId: unitIdOf(7) }, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
  { filter: { source: 'cybertip' }, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
  { filter: { riskBand: 'high' }, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
  { filter: { state: 'received' }, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
  { filter: {}, sort: { column: 'dueAt', descending: false }, from: { at: 'start' } },
  { filter: { openOnly: true }, sort: { column: 'dueAt', descending: false }, from: { at: 'start' } },
  { filter: { due: 'breach' }, sort: { column: 'dueAt', descending: false }, from: { at: 'start' } },
  { filter: {}, sort: { column: 'number', descending: true }, from: { at: 'start' } },
  { filter: {}, sort: { column: 'stateOn', descending: true }, from: { at: 'start' } },
  { filter: { numberStartsWith: '2020-00' }, sort: { column: 'number', descending: false }, from: { at: 'start' } },
  { filter: { numberStartsWith: 'FDR-77' }, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' } },
];

const firstPage = 'SELECT * FROM referral ORDER BY received_on DESC, id DESC LIMIT 201';

async function measureLists({ test, plain }: Volume): Promise<Measured[]> {
  const each: Measured[] = [];
  const all: number[] = [];
  for (const [index, list] of lists.entries()) {
    const times = await timed(30, () => test.call('referrals.list', { ...list, size: 200 }));
    all.push(...times.slice(0, -1));
    each.push({
      name: `list ${index + 1}: ${describe(list)}, p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      beside: null,
      ratio: null,
    });
  }
  all.sort((a, b) => a - b);
  const statement = plain.prepare(firstPage);
  const bare = await timed(100, () => statement.all());
  const own = test.store.requireUnlocked().onFolder.readers.readingRaw.prepare(firstPage);
  const encrypted = await timed(100, () => own.all());
  const value = quantile(encrypted, 0.95);
  const beside = quantile(bare, 0.95);
  return [
    {
      name: 'any list, first page of 200, p95 through dispatch',
      value: quantile(all, 0.95),
      unit: 'ms',
      beside: null,
      ratio: null,
    },
    { name: 'first page, SQL alone, beside plain SQLite', value, unit: 'ms', beside, ratio: value / beside },
    ...each,
  ];
}

function describe({ filter, sort, from }: Omit<List, 'size'>): string {
  return `${JSON.stringify(filter)} by ${sort.column} from ${from.at}`;
}

/** Recounts every file's month, as a screen without the flow table would have to. */
const recount = `SELECT unit_id, substr(on_date, 1, 7) AS month, term, sum(amount) FROM main.ledger_entry GROUP BY 1, 2, 3`;

async function measureBoard({ test }: Volume): Promise<Measured> {
  const last = addMonths(firstMonth, monthCount - 1);
  const times = await timed(30, () => test.call('backlog.board', { from: firstMonth, to: last }));
  const slow = await timed(1, () => test.store.requireUnlocked().onFolder.readers.readingRaw.prepare(recount).all());
  const value = quantile(times, 0.5);
  return {
    name: 'board, 30 units x 120 months, beside a recount',
    value,
    unit: 'ms',
    beside: slow[0] ?? null,
    ratio: value / (slow[0] ?? 1),
  };
}

async function boardPart({ test }: Volume): Promise<Measured> {
  const units = Array.from({ length: 30 }, (_, index) => unitIdOf(index));
  const times = await timed(30, () =>
    readPanel(test.store.requireUnlocked().read, units, { to: '2026-11' as Month, measures: stockMeasures }),
  );
  return {
    name: 'board, reading the months alone',
    value: quantile(times, 0.5),
    unit: 'ms',
    beside: null,
    ratio: null,
  };
}

export async function benchStore(): Promise<readonly Measured[]> {
  const began = performance.now();
  const volume = await largeWorkspace(rowCount);
  try {
    const fillTime = (performance.now() - began) / 1000;
    return [
      {
        name: `workspace of ${rowCount.toLocaleString('en-CA')} referrals filled`,
        value: fillTime,
        unit: 's',
        beside: null,
        ratio: null,
      },
      ...(await measureLists(volume)),
      await measureBoard(volume),
      await boardPart(volume),
      ...(await benchSearch(volume)),
      ...(await benchAgeing(volume)),
      ...(await benchBackup(volume)),
      ...(await benchWindow(volume)),
    ];
  } finally {
    volume.plain.close();
    volume.test.dispose();
  }
}
