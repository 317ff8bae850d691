import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { newSender, quarterOne, quarterTwo, wholeCells, type Sender } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let sender: Sender;
beforeEach(() => {
  sender = newSender();
});

const prepare = (agreementId: string, quarter = quarterTwo) =>
  coordination.test.call('returns.prepare', {
    agreementId: agreementId,
    quarter,
    jobId: randomUUID(),
  });
const lockInput = (agreementId: string, contentHash: string, quarter = quarterTwo) => ({
  agreementId: agreementId as never,
  quarter,
  contentHash,
  jobId: randomUUID() as never,
});
const lock = async (agreementId: string, quarter = quarterTwo) =>
  coordination.test.call(
    'returns.lock',
    lockInput(agreementId, (await prepare(agreementId, quarter)).contentHash, quarter),
  );

const cells = (last: string, received: number) =>
  wholeCells(sender.unitId, '2026-01' as Month, last as Month, (month, measure) =>
    measure === 'received' && month === '2026-06' ? received : undefined,
  );

describe('preparing a return', () => {
  it('gives the units\u2019 figures and their total, with the quarter before', async () => {
    const other = newSender('U02');
    await coordination.receive(sender, quarterTwo, 10);
    await coordination.receive(
      other,
      quarterTwo,
      11,
      wholeCells(other.unitId, '2026-01' as Month, '2026-09' as Month, (month, measure) =>
        measure === 'charges_laid' && month === '2026-08' ? null : undefined,
      ),
    );
    const { content, locked } = await prepare(await coordination.agreementFor([sender, other]));
    const of = (code: string) =>
      content.values
        .filter((each) => each.code === code)
        .map((each) => [each.unitCode, each.value, each.status, each.unitsCovered, each.unitsAsked, each.previous]);
    expect(locked).toBeNull();
    expect(of('R1')).toEqual([
      ['U01', 90, 'complete', 1, 1, 90],
      ['U02', 90, 'complete', 1, 1, 90],
      [null, 180, 'complete', 2, 2, 180],
    ]);
    expect(of('C1')).toEqual([
      ['U01', 18, 'complete', 1, 1, 18],
      ['U02', null, 'not_available', 0, 1, 18],
      // The quarter before covered both units: an earlier total is no comparison.
      [null, 18, 'partial', 1, 2, null],
    ]);
    expect(of('K1')).toEqual([]);
    expect(content.packs).toHaveLength(2);
    expect(content.ledger).toHaveLength(6);
  });

  it('leaves out a unit that the agreement no longer funds', async () => {
    await coordination.receive(sender, quarterTwo, 10);
    const { test } = coordination;
    const id = await coordination.agreementFor([sender]);
    const [held] = (await test.call('agreements.list', {})).agreements;
    await test.call('agreements.save', { ...held!, units: [{ ...held!.units[0]!, to: '2026-06-30' }] });
    const { content } = await prepare(id);
    expect(content.units).toEqual([]);
    expect(content.checks.map((each) => each.code)).toEqual(['no_unit']);
    expect((await prepare(id, quarterOne)).content.units).toHaveLength(1);
  });
});

describe('locking a return', () => {
  it('freezes what was seen; what comes later changes the next return and not this one', async () => {
    const { test, receive, agreementFor } = coordination;
    await receive(sender, quarterTwo, 10, cells('2026-09', 30));
    const id = await agreementFor([sender]);
    const seen = await prepare(id);
    const locked = await test.call('returns.lock', lockInput(id, seen.contentHash));
    await receive(sender, quarterTwo, 20, cells('2026-09', 77));
    const after = await prepare(id);
    expect(after).toEqual({ content: seen.content, contentHash: seen.contentHash, locked, questioned: [] });
    expect(await test.call('returns.list', {})).toMatchObject({ returns: [locked], quarters: [quarterTwo] });
    expect(locked).toMatchObject({ agreementId: id, quarter: quarterTwo, lockedBy: 'Coordinator' });
  });

  it('is refused when the packs have changed since', async () => {
    const { test, receive, agreementFor } = coordination;
    await receive(sender, quarterTwo, 10, cells('2026-09', 30));
    const id = await agreementFor([sender]);
    const seen = await prepare(id);
    await receive(sender, quarterTwo, 20, cells('2026-09', 31));
    expect(await test.refusal('returns.lock', lockInput(id, seen.contentHash))).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect((await prepare(id)).locked).toBeNull();
  });

  it('is refused a second time', async () => {
    const { test, receive, agreementFor } = coordination;
    await receive(sender, quarterTwo, 10);
    const id = await agreementFor([sender]);
    const locked = await lock(id);
    expect(await test.refusal('returns.lock', lockInput(id, locked.contentHash))).toEqual({
      code: 'conflict',
      reason: 'return_locked',
    });
  });

  it('is refused while a check blocks', async () => {
    const { test, receive, agreementFor } = coordination;
    await receive(sender, quarterOne, 10);
    const id = await agreementFor([sender]);
    const { content, contentHash } = await prepare(id);
    expect(content.checks.some((each) => each.blocking)).toBe(true);
    expect(await test.refusal('returns.lock', lockInput(id, contentHash))).toEqual({
      code: 'conflict',
      reason: 'return_has_blocking_checks',
    });
  });

  it('of an agreement that is not there is not found', async () => {
    expect(await coordination.test.refusal('returns.lock', lockInput(randomUUID(), 'hash'))).toEqual({
      code: 'not_found',
    });
  });

  it('is told by the next quarter\u2019s return when the figures it reported have moved', async () => {
    const { receive, agreementFor } = coordination;
    await receive(sender, quarterOne, 10, cells('2026-06', 30));
    const id = await agreementFor([sender]);
    await lock(id, quarterOne);
    await receive(sender, quarterTwo, 20, cells('2026-09', 30));
    await writeTexts(coordination.test, id, quarterTwo);
    const [notEntered, ...others] = (await prepare(id)).content.checks;
    expect([notEntered?.code, notEntered?.measures, others]).toEqual(['not_entered', ['G1'], []]);
    await receive(sender, quarterTwo, 30, cells('2026-09', 33));
    expect((await prepare(id)).content.checks).toEqual([
      expect.objectContaining({ code: 'closing_differs_from_reported', blocking: false, unitCode: 'U01' }),
      expect.objectContaining({ code: 'not_entered', blocking: false, unitCode: 'U01' }),
    ]);
  });
});
