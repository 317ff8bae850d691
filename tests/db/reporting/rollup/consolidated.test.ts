import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { verifyReturn } from '../../../../db/reporting/returns/verify.ts';
import { copyOf, createOffice, monthsOf, newSenders, type Office } from '../../../support/offices.ts';
import { contentOf, createCoordination, quarterOne, quarterTwo, type Coordination } from '../../../support/packs.ts';
import { readers } from '../../../support/readers.ts';

const senders = newSenders('U01', 'U02', 'U03', 'U04');
const noCharges = (month: string, measure: string) =>
  month === '2026-08' && measure === 'charges_laid' ? null : undefined;
let offices: readonly Office[];
let folders: readonly string[];
let contents: readonly ReturnContent[];
beforeAll(async () => {
  offices = [
    await createOffice(senders.slice(0, 2), {}, 'NORTH'),
    await createOffice(senders.slice(2, 3), { U03: noCharges }, 'SOUTH'),
    await createOffice(senders.slice(3), {}, 'WEST'),
  ];
  await enterFunding(offices[0]!.coordination, offices[0]!.agreementId, { q2Forecast: 120_000, q2Actual: 120_050 });
  await enterFunding(
    offices[1]!.coordination,
    offices[1]!.agreementId,
    { q2Forecast: 80_000, q2Actual: 80_000 },
    { q2Forecast: null },
  );
  const sent: string[] = [];
  for (const office of offices) sent.push(await office.send());
  folders = sent;
  contents = folders.map(
    (folder) => (JSON.parse(readFileSync(join(folder, 'return.json'), 'utf8')) as { content: ReturnContent }).content,
  );
});
/** Budget lines, and an activity that is under way. */
async function enterFunding({ test }: Coordination, agreementId: string, ...lines: readonly FundingCells[]) {
  const add = (register: Register, rows: readonly FundingCells[]) =>
    test.call('funding.save', {
      agreementId,
      register,
      fiscalYear: 2026,
      changes: rows.map((cells, position) => ({ do: 'add' as const, cells: { code: `${position + 1}`, ...cells } })),
    });
  await add(
    'budget',
    lines.map((cells) => ({ category: 'tools', ...cells })),
  );
  await add('activities', [{ status: 'under_way', statusOn: '2026-07-02', startedOn: '2026-07-02' }]);
}

afterAll(() => {
  for (const office of offices) office.dispose();
});

let national: Coordination;
beforeEach(async () => {
  national = await createCoordination();
});
afterEach(() => {
  national.test.dispose();
});

async function takeAll(order: readonly number[], { test } = national): Promise<void> {
  const inbox = join(test.parent, 'received');
  mkdirSync(inbox);
  for (const position of order) {
    const office = offices[position]!;
    copyOf(folders[position]!, inbox, office.code);
    const place = test.grant(inbox) as never;
    const input = { place, name: office.code, confirmFingerprint: office.fingerprint };
    await test.call('rollup.import', input);
  }
}

async function prepare({ test } = national) {
  const { consolidated } = await test.call('returns.list', {});
  const which = { agreementId: consolidated!.id, quarter: quarterTwo };
  return { which, ...(await test.call('returns.prepare', { ...which, jobId: randomUUID() })) };
}

/** The same without the estimate of all units. */
async function assembled({ test } = national): Promise<ReturnContent> {
  const { consolidated } = await test.call('returns.list', {});
  return contentOf(test, consolidated!.id, quarterTwo);
}

/** A figure without what only this workspace knows of it: where it came from. */
const plain = (values: readonly IndicatorValue[]) =>
  values
    .filter(({ code }) => code !== 'K1')
    .map((value) => ({ ...value, packIds: [] }))
    .sort((a, b) => `${a.code} ${a.unitCode ?? ''}`.localeCompare(`${b.code} ${b.unitCode ?? ''}`));

const total = (values: readonly IndicatorValue[], code: string) =>
  values.find((each) => each.code === code && each.unitCode === null);

describe('the consolidated return', () => {
  let whole: Coordination;
  let seen: Awaited<ReturnType<typeof prepare>>;
  let content: ReturnContent;
  beforeAll(async () => {
    whole = await createCoordination();
    await takeAll([0, 1, 2], whole);
    seen = await prepare(whole);
    ({ content } = seen);
  });
  afterAll(() => {
    whole.test.dispose();
  });

  it('says of each unit what its own return says, and adds up numerators, denominators and units', () => {
    expect(content).toMatchObject({ consolidated: true, agreement: { code: 'TOTAL' } });
    expect(content.units.map(({ code }) => code)).toEqual(['U01', 'U02', 'U03', 'U04']);
    expect(content.packs.map(({ kind, workspaceName }) => [kind, workspaceName])).toEqual([
      ['return', 'NORTH'],
      ['return', 'SOUTH'],
      ['return', 'WEST'],
    ]);
    const signed = contents.flatMap(({ values }) => values.filter(({ unitCode }) => unitCode !== null));
    const own = content.values.filter(({ unitCode }) => unitCode !== null);
    expect(plain(own)).toEqual(plain(signed));
    const totalling = new Map(content.framework.indicators.map((each) => [each.code, each.total]));
    const counted = new Set(own.map((each) => each.code));
    for (const code of [...counted].filter((each) => totalling.get(each) === 'sum' && each !== 'G1')) {
      const parts = contents.map(({ values }) => total(values, code)!);
      const sum = (pick: (value: IndicatorValue) => number | null) =>
        parts.reduce((all, each) => all + (pick(each) ?? 0), 0);
      expect(total(content.values, code)).toMatchObject({
        value: sum((each) => each.value),
        unitsCovered: sum((each) => each.unitsCovered),
        unitsAsked: 4,
      });
    }
    // A share is computed from the parts of all, the oldest file is the oldest of any, and a median that of the files of all.
    expect(total(content.values, 'R3')).toMatchObject({ numerator: 84, denominator: 108, value: 77.8 });
    expect(total(content.values, 'B4')).toMatchObject({ value: 410, unitsCovered: 4 });
    expect(total(content.values, 'B5')).toMatchObject({ value: 60, denominator: 480, unitsCovered: 4 });
    expect(total(content.values, 'S1')).toMatchObject({ numerator: 8, denominator: 28, value: 28, status: 'complete' });
    // One unit of four cannot give its charges: the sum says so and counts it as nothing known, not as zero.
    expect(total(content.values, 'C1')).toMatchObject({ value: 54, status: 'partial', unitsCovered: 3, unitsAsked: 4 });
  });

  it('is the same in whatever order the returns were taken in', async () => {
    await takeAll([2, 0, 1]);
    const backwards = await assembled();
    const forwards = await assembled(whole);
    expect(plain(backwards.values)).toEqual(plain(forwards.values));
    expect(backwards.panel).toEqual(forwards.panel);
    expect(backwards.ledger).toEqual(forwards.ledger);
  });

  it('is held back by nothing that one unit lacks, and is locked, exported and verified as any return', async () => {
    await takeAll([0, 1]);
    const { which, content: prepared, contentHash } = await prepare();
    expect(prepared.checks.some(({ code, unitCode }) => code === 'month_partial' && unitCode === 'U03')).toBe(true);
    expect(prepared.checks.filter(({ blocking }) => blocking)).toEqual([]);
    const locked = await national.test.call('returns.lock', { ...which, contentHash, jobId: randomUUID() });
    const outbox = join(national.test.parent, 'outbox');
    mkdirSync(outbox);
    const exported = await national.test.call('returns.export', {
      returnId: locked.id,
      folder: national.test.grant(outbox),
    });
    expect(exported.folderName).toBe('TOTAL-FY2026-27-Q2');
    expect(await verifyReturn(join(outbox, exported.folderName), readers)).toMatchObject({ ok: true });
  });

  it('fits all units together, from the very panels that their packs give', async () => {
    for (const sender of senders) {
      const cells = monthsOf(sender, '2026-09', sender.code === 'U03' ? noCharges : undefined);
      await national.receive(sender, quarterTwo, 10, cells);
    }
    const { content: ofPacks } = await prepare();
    expect(content.counterfactual?.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(content.counterfactual).toEqual(ofPacks.counterfactual);
  });

  it('goes up in its turn, and the whole is that of the parts', async () => {
    const { which, contentHash } = seen;
    const { id } = await whole.test.call('returns.lock', { ...which, contentHash, jobId: randomUUID() });
    const outbox = join(whole.test.parent, 'outbox');
    mkdirSync(outbox);
    const folder = whole.test.grant(outbox) as never;
    const { folderName, fingerprint } = await whole.test.call('returns.export', { returnId: id, folder });
    const place = national.test.grant(outbox) as never;
    await national.test.call('rollup.import', { place, name: folderName, confirmFingerprint: fingerprint });
    expect(plain((await assembled()).values)).toEqual(plain(content.values));
  });

  it('adds up what agreements report of themselves, says how many it covers, and is traced to the returns', async () => {
    await takeAll([0, 1]);
    // Of an agreement that sent a return before and none for this quarter, nothing is known.
    const east = await createOffice(newSenders('U05'), {}, 'EAST');
    const inbox = join(national.test.parent, 'before');
    mkdirSync(inbox);
    copyOf(await east.send(quarterOne), inbox, east.code);
    await national.test.call('rollup.import', {
      place: national.test.grant(inbox),
      name: east.code,
      confirmFingerprint: east.fingerprint,
    });
    east.dispose();
    const { agreementFigures, packs, values } = await assembled();
    const spent = agreementFigures.filter(({ code }) => code === 'F1');
    expect(spent.map(({ agreementCode, value, status }) => [agreementCode, value, status])).toEqual([
      ['EAST', null, 'not_available'],
      ['NORTH', 1200.5, 'complete'],
      ['SOUTH', 800, 'partial'],
    ]);
    const traced = packs.filter(({ kind }) => kind === 'return').map(({ id }) => id);
    expect(total(values, 'F1')).toMatchObject({
      value: 2000.5,
      // South has a line without its forecast.
      numerator: 2000.5,
      denominator: null,
      status: 'partial',
      agreements: { covered: 2, asked: 3 },
      packIds: spent.flatMap(({ packId }) => packId ?? []).sort(),
      calculation: 'agreements',
    });
    expect(traced).toEqual(expect.arrayContaining(spent.flatMap(({ packId }) => packId ?? [])));
    expect(total(values, 'P1')).toMatchObject({ value: 2, numerator: 2, denominator: 2 });
    // Nobody entered any training: the sum of nothing known is not zero.
    expect(total(values, 'T1')).toMatchObject({ value: null, agreements: { covered: 0, asked: 3 } });
  });

  it('takes an agreement whose registers are kept here from them, once', async () => {
    await takeAll([0]);
    const agreementId = await national.agreementFor(senders.slice(0, 1));
    await enterFunding(national, agreementId, { q2Forecast: 50_000, q2Actual: 45_000 });
    const { values, agreementFigures } = await assembled();
    expect(total(values, 'F1')).toMatchObject({ value: 1650.5, agreements: { covered: 2, asked: 2 } });
    expect(agreementFigures.find((each) => each.agreementId === agreementId)?.packId).toBeNull();
  });

  it('of nothing says that there is no unit', async () => {
    const { checks } = await assembled();
    expect(checks.map(({ code, blocking }) => [code, blocking])).toContainEqual(['no_unit', true]);
  });
});
