import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import fc from 'fast-check';
import { beforeEach, describe, expect } from 'vitest';
import { outcomeMeasure, type Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { RestatedCell } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { verifyReturn } from '../../../../db/reporting/returns/verify.ts';
import { newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { readers } from '../../../support/readers.ts';
import { times } from '../../../support/stress.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let which: { readonly agreementId: never; readonly quarter: typeof quarterTwo };
let exportedAt = 10;
const sender = newSender();

type Change = readonly [month: string, measure: Measure, value: number | null];
/** The unit's pack, sent again with some of its unit-months changed. */
async function send(...changes: readonly Change[]): Promise<void> {
  exportedAt += 1;
  const cells = wholeCells(sender.unitId, '2026-01' as Month, '2026-09' as Month, (month, measure) => {
    const change = changes.find((each) => each[0] === month && each[1] === measure);
    return change === undefined ? undefined : change[2];
  });
  await coordination.receive(sender, quarterTwo, exportedAt, cells);
}

beforeEach(async () => {
  await send();
  which = { agreementId: (await coordination.agreementFor([sender])) as never, quarter: quarterTwo };
});

const prepare = (input: { restate?: boolean; sequence?: number } = {}) =>
  coordination.test.call('returns.prepare', { ...which, ...input, jobId: randomUUID() });
async function lock(restate = false) {
  const { contentHash } = await prepare({ restate });
  return coordination.test.call('returns.lock', { ...which, contentHash, restate, jobId: randomUUID() });
}
const refusedLock = async (contentHash: string) =>
  coordination.test.refusal('returns.lock', {
    ...which,
    contentHash,
    restate: true,
    jobId: randomUUID(),
  });
const changesOf = ({ content }: { content: ReturnContent }): readonly RestatedCell[] =>
  content.restatement?.changes ?? [];
const why = { en: 'Counted late.', fr: 'Compté en retard.' };

async function giveReasons(text = why): Promise<void> {
  const sequence = (await prepare({ restate: true })).content.restatement!.sequence;
  const { reasons } = await coordination.test.call('returns.texts', which);
  const cells = changesOf(await prepare({ restate: true })).map(({ what, unitCode, code, month, after }) => {
    const held = reasons.find(
      (each) =>
        each.sequence === sequence &&
        each.what === what &&
        each.unitCode === unitCode &&
        each.code === code &&
        each.month === month,
    );
    return { what, unitCode, code, month, after, version: held?.version ?? null };
  });
  await coordination.test.call('returns.giveReason', { ...which, sequence, cells, why: text });
}

const complete = (value: number) => ({ value, status: 'complete' as const });

describe('a restatement', () => {
  it('shows the one cell that a later pack changed, and what is added up from it', async () => {
    const first = await lock();
    expect(await coordination.test.call('returns.sinceLock', which)).toEqual({ figures: 0 });
    await send(['2026-08', 'arrests', 3]);
    expect(await coordination.test.call('returns.sinceLock', which)).toEqual({ figures: 3 });
    const { content, locked } = await prepare({ restate: true });
    const cell = (what: string, unitCode: string | null, code: string, month: string | null) => ({
      what,
      unitCode,
      code,
      month,
      why: { en: '', fr: '' },
    });
    expect(locked).toBeNull();
    expect(content.restatement).toEqual({
      sequence: 2,
      of: { returnId: first.id, sequence: 1, contentHash: first.contentHash },
      changes: [
        { ...cell('value', 'U01', 'C3', null), before: complete(6), after: complete(7) },
        { ...cell('value', null, 'C3', null), before: complete(6), after: complete(7) },
        { ...cell('panel', 'U01', 'arrests', '2026-08'), before: complete(2), after: complete(3) },
      ],
    });
  });

  it('is locked as the next version once every cell has its reason; the first one stays', async () => {
    await writeTexts(coordination.test, which.agreementId, quarterTwo);
    const first = await lock();
    const seen = await prepare();
    await send(['2026-08', 'arrests', 3]);
    const draft = await prepare({ restate: true });
    expect(draft.content.checks.map(({ code, unitCode, part }) => [code, unitCode, part])).toEqual([
      ['reason_missing', 'U01', null],
      ['reason_missing', null, null],
      // Nobody entered the barriers.
      ['not_entered', 'U01', null],
      // Who attested the first version has not seen this one; its narrative still holds.
      ['attestation_missing', null, 'unit'],
      ['attestation_missing', null, 'finance'],
    ]);
    expect(await refusedLock(draft.contentHash)).toEqual({ code: 'conflict', reason: 'return_has_blocking_checks' });
    await giveReasons();
    await writeTexts(coordination.test, which.agreementId, quarterTwo, 2);
    const second = await lock(true);
    expect(second).toMatchObject({ sequence: 2 });
    expect((await coordination.test.call('returns.list', {})).returns).toEqual([second, first]);

    const now = await prepare();
    expect(now.locked).toEqual(second);
    expect(changesOf(now).map((each) => each.why)).toEqual([why, why, why]);
    expect(await prepare({ sequence: 1 })).toEqual(seen);
    expect(await coordination.test.call('returns.sinceLock', which)).toEqual({ figures: 0 });
    expect((await prepare({ restate: true })).content.restatement).toMatchObject({ sequence: 3, changes: [] });
  });

  it('of nothing is refused; of a word alone it lists no cell', async () => {
    await lock();
    expect(await refusedLock((await prepare({ restate: true })).contentHash)).toEqual({
      code: 'conflict',
      reason: 'return_unchanged',
    });
    await coordination.test.call('returns.narrate', { ...which, section: 'events', text: why, version: null });
    expect(await lock(true)).toMatchObject({ sequence: 2 });
    expect((await prepare()).content.restatement).toMatchObject({ sequence: 2, changes: [] });
  });

  it('needs a locked version, and a version that there is', async () => {
    const input = { ...which, jobId: randomUUID() as never };
    const none = { code: 'not_found', reason: 'return_not_locked' };
    expect(await coordination.test.refusal('returns.prepare', { ...input, restate: true })).toEqual(none);
    expect(await refusedLock('any')).toEqual(none);
    await lock();
    expect(await coordination.test.refusal('returns.prepare', { ...input, sequence: 2 })).toEqual(none);
  });

  it('asks for a reason again where the figure has changed again', async () => {
    await lock();
    await send(['2026-08', 'arrests', 3]);
    await giveReasons();
    expect(changesOf(await prepare({ restate: true })).every((each) => each.why.en !== '')).toBe(true);
    await send(['2026-08', 'arrests', 4]);
    expect(changesOf(await prepare({ restate: true })).every((each) => each.why.en === '')).toBe(true);
    await giveReasons({ en: 'Counted later still.', fr: 'Compté plus tard encore.' });
    expect(changesOf(await prepare({ restate: true })).map((each) => each.why.en)).toEqual(
      Array.from({ length: 3 }, () => 'Counted later still.'),
    );
  });

  it('keeps every version exportable, each in a folder of its own that verifies', async () => {
    await lock();
    await send(['2026-08', 'arrests', 3]);
    await giveReasons();
    await lock(true);
    const { returns } = await coordination.test.call('returns.list', {});
    const outbox = join(coordination.test.parent, 'outbox');
    mkdirSync(outbox);
    for (const { id } of returns) {
      const grant = coordination.test.grant(outbox);
      const { folderName } = await coordination.test.call('returns.export', { returnId: id, folder: grant });
      expect(await verifyReturn(join(outbox, folderName), readers)).toMatchObject({ ok: true });
    }
    expect(readdirSync(outbox).sort()).toEqual(['AG-1-FY2026-27-Q2', 'AG-1-FY2026-27-Q2-v2']);
    const document = JSON.parse(readFileSync(join(outbox, 'AG-1-FY2026-27-Q2-v2', 'return.json'), 'utf8')) as {
      content: ReturnContent;
    };
    const sheets = await readXlsxFile(join(outbox, 'AG-1-FY2026-27-Q2-v2', 'return.xlsx'));
    const rows = sheets.find((each) => each.sheet === 'Restatements - Redressements')!.data.slice(1);
    expect(rows.map((row) => [row[0], row[2], row[3], row[7], row[8], row[11], row[12]])).toEqual([
      [2, 'U01', 'C3', 6, 7, why.en, why.fr],
      [2, 'Agreement / Entente', 'C3', 6, 7, why.en, why.fr],
      [2, 'U01', 'arrests', 2, 3, why.en, why.fr],
    ]);
    expect(document.content.restatement?.of.contentHash).toBe(returns[1]?.contentHash);
  });
});

describe('the list of a restatement', () => {
  /** Every figure of a version by a name of its own, found without the code under test. */
  function figuresOf({ values, ledger, panel }: ReturnContent): Map<string, string> {
    const figures = new Map<string, string>();
    for (const { code, unitCode, value, numerator, denominator, status } of values) {
      figures.set(`value/${code}/${String(unitCode)}/null`, JSON.stringify([value, status]));
      figures.set(`numerator/${code}/${String(unitCode)}/null`, JSON.stringify([numerator, null]));
      figures.set(`denominator/${code}/${String(unitCode)}/null`, JSON.stringify([denominator, null]));
    }
    for (const { unitCode, month, line } of ledger) {
      const { opening, terms, closing } = line;
      for (const [code, value] of Object.entries({ opening, ...terms, closing }))
        figures.set(`ledger/${code}/${unitCode}/${month}`, JSON.stringify([value, null]));
    }
    for (const { unitCode, month, measure, value, status } of panel)
      figures.set(`panel/${measure}/${unitCode}/${month}`, JSON.stringify([value, status]));
    return figures;
  }

  const months = ['2026-03', '2026-05', '2026-07', '2026-08', '2026-09'];
  const measures: readonly Measure[] = ['received', 'concluded', 'fte_funded', 'fte_base', ...outcomeMeasure.options];
  const change = fc.tuple(
    fc.constantFrom(...months),
    fc.constantFrom(...measures),
    fc.option(fc.integer({ min: 0, max: 12 })),
  );

  it('is exactly the cells that differ, whatever the packs changed', async () => {
    await lock();
    const before = (await prepare()).content;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
        await send(...changes);
        const draft = await prepare({ restate: true });
        const [was, is] = [figuresOf(before), figuresOf(draft.content)];
        const differing = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
        const listed = changesOf(draft);
        const keyOf = ({ what, code, unitCode, month }: RestatedCell) =>
          `${what}/${code}/${String(unitCode)}/${String(month)}`;
        expect(listed.map(keyOf).sort()).toEqual(differing.sort());
        for (const cell of listed) {
          const text = (content: RestatedCell['before']) => content && JSON.stringify([content.value, content.status]);
          expect([text(cell.before), text(cell.after)]).toEqual([
            was.get(keyOf(cell)) ?? null,
            is.get(keyOf(cell)) ?? null,
          ]);
        }
      }),
      { numRuns: times(6, 12) },
    );
  });
});
