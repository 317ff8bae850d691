import { getTableName } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Month, Quarter } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { tablesOfUnits } from '../../../../db/reporting/packs/followForms.ts';
import { receiveForm } from '../../../support/kitForm.ts';
import {
  contentOf,
  createCoordination,
  newSender,
  packText,
  payloadFor,
  quarterOne,
  quarterThree,
  quarterTwo,
  wholeCells,
} from '../../../support/packs.ts';
import type { TestStore } from '../../../support/store.ts';
import { it, coordination as national } from '../../../support/fixtures/shared/coordination.ts';

let inbox: string;
it.beforeAll(async () => {
  ({ inbox } = await receiveForm(national));
});

async function inspect() {
  const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(inbox) });
  return found[0]!;
}

/** The return of all, of which the unit is the one. */
async function ofAll(test: TestStore, quarter: Quarter): Promise<ReturnContent> {
  const { consolidated } = await test.call('returns.list', {});
  return contentOf(test, consolidated!.id, quarter);
}
const figure = ({ values }: ReturnContent, code: string) =>
  values.find((each) => each.code === code && each.unitCode === 'X01')!;
const unsigned = ({ checks }: ReturnContent) =>
  checks.filter(({ code }) => code === 'unsigned_form').map(({ unitCode }) => unitCode);

describe('a form of a unit that signs', () => {
  it('counts while the signed pack of the unit is late, unsigned, and is replaced by it whenever that was exported', async () => {
    const sender = newSender('X01');
    await national.receive(sender, quarterOne, 10);
    expect(figure(await ofAll(national.test, quarterTwo), 'R1')).toMatchObject({ value: null });
    expect(await inspect()).toMatchObject({
      verdict: 'unsigned',
      says: { awaitsPack: true, figures: [{ opening: 100, closing: 106 }, {}, {}] },
    });
    const place = national.test.grant(inbox) as never;
    await national.test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
    const { units } = await national.test.call('units.list', {});
    expect(units.map(({ id, code }) => [id, code])).toEqual([[sender.unitId, 'X01']]);
    const late = await ofAll(national.test, quarterTwo);
    const r1 = figure(late, 'R1');
    expect(r1).toMatchObject({ value: 9, previous: 90 });
    // What was signed for the quarter before stays as it was.
    expect(figure(late, 'B1').value).toBe(figure(await ofAll(national.test, quarterOne), 'B2').value);
    expect(unsigned(late)).toEqual(['X01']);

    // Exported before the form was saved, and long delayed.
    await national.receive(sender, quarterTwo, 20);
    const came = await ofAll(national.test, quarterTwo);
    expect(figure(came, 'R1')).toMatchObject({ value: 90, previous: 90 });
    expect(figure(came, 'R1').packIds).not.toEqual(r1.packIds);
    expect(unsigned(came)).toEqual([]);
    const { packs } = await national.test.call('packs.list', {});
    expect(packs.map(({ kind, superseded }) => [kind, superseded]).toSorted()).toEqual([
      ['kit', true],
      ['pack', false],
      ['pack', false],
    ]);
    const signed = packs.find(({ kind, quarter }) => kind === 'pack' && quarter.quarter === 2)!;
    expect((await inspect()).problems).toMatchObject([{ code: 'kit_unit_known' }]);

    await national.test.call('packs.withdraw', { packId: signed.id, reason: 'Sent in error.' });
    const again = await ofAll(national.test, quarterTwo);
    expect(figure(again, 'R1')).toMatchObject({ value: 9 });
    expect(unsigned(again)).toEqual(['X01']);
  });
});

describe('a form that comes after the signed pack of a later quarter', () => {
  async function afterPackFrom(first: Month) {
    const late = await createCoordination();
    const received = await receiveForm(late);
    const sender = newSender('X01');
    await late.receive(sender, quarterThree, 20, wholeCells(sender.unitId, first, '2026-12' as Month));
    const { test } = late;
    const place = test.grant(received.inbox) as never;
    return {
      test,
      take: () => test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true }),
      inspect: async () => (await test.call('rollup.inspect', { place: test.grant(received.inbox) })).found[0]!,
      contentIn: (quarter: Quarter) => ofAll(test, quarter),
    };
  }

  it('counts where no signed pack tells a month of its quarter, and changes nothing that is signed', async () => {
    const { test, take, inspect, contentIn } = await afterPackFrom('2026-10' as Month);
    const signed = await contentIn(quarterThree);
    expect(await inspect()).toMatchObject({ verdict: 'unsigned', says: { awaitsPack: true } });
    await take();
    const told = await contentIn(quarterTwo);
    expect(['R1', 'B1', 'B2'].map((code) => figure(told, code).value)).toEqual([9, 100, 118]);
    expect(unsigned(told)).toEqual(['X01']);
    const after = await contentIn(quarterThree);
    expect(figure(after, 'R1')).toMatchObject({ value: figure(signed, 'R1').value, previous: 9 });
    for (const code of ['B1', 'B2']) expect(figure(after, code).value).toBe(figure(signed, code).value);
    expect(unsigned(after)).toEqual([]);
    test.dispose();
  });

  it('is refused where that pack tells a month of its quarter, with the rule and what can be done', async () => {
    const { test, take, inspect } = await afterPackFrom('2026-09' as Month);
    expect((await inspect()).problems).toMatchObject([{ code: 'kit_unit_known' }]);
    await expect(take()).rejects.toThrow();
    expect((await test.call('packs.list', {})).packs).toHaveLength(1);
    test.dispose();
  });
});

describe('a form of a unit that has sent no pack yet', () => {
  it('is followed by its first signed pack once a person has said so, and the unit stays one', async () => {
    const first = await createCoordination();
    const { test, write, agreementFor } = first;
    const received = await receiveForm(first);
    const place = test.grant(received.inbox) as never;
    await test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
    const known = (await test.call('units.list', {})).units[0]!;
    const agreementId = await agreementFor([{ ...newSender('X01'), unitId: known.id }] as never);
    const cell = {
      unitId: known.id,
      code: 'G1',
      parts: {},
      numerator: null,
      denominator: null,
      why: { en: '', fr: '' },
    };
    await test.call('entered.save', { quarter: quarterTwo, cells: [{ ...cell, value: 4, version: null }] });

    const sender = newSender('X01');
    const cells = wholeCells(sender.unitId, '2026-07' as Month, '2026-09' as Month);
    const file = test.grant(write(packText(payloadFor(sender, quarterTwo, 20, cells), sender.key))) as never;
    const { changes } = await test.call('packs.inspect', { file });
    expect(changes).toEqual([{ code: 'follows_forms', units: ['X01'], before: ['Unit without Vigie'] }]);
    const confirmed = { file, confirmFingerprint: sender.fingerprint };
    expect(await test.refusal('packs.import', confirmed)).toEqual({ code: 'conflict', reason: 'pack_waits' });
    await test.call('packs.import', { ...confirmed, accept: { changes: ['follows_forms'], reason: 'Called.' } });

    const { units } = await test.call('units.list', {});
    expect(units.map(({ id, code }) => [id, code])).toEqual([[sender.unitId, 'X01']]);
    const content = await contentOf(test, agreementId, quarterTwo);
    expect(figure(content, 'R1')).toMatchObject({ value: 90 });
    expect(figure(content, 'G1')).toMatchObject({ value: 4 });
    expect(unsigned(content)).toEqual([]);
    const { packs } = await test.call('packs.list', {});
    expect(packs.map(({ kind, superseded }) => [kind, superseded]).toSorted()).toEqual([
      ['kit', true],
      ['pack', false],
    ]);
    await test.call('packs.withdraw', { packId: packs.find(({ kind }) => kind === 'pack')!.id, reason: 'In error.' });
    const again = await contentOf(test, agreementId, quarterTwo);
    expect(figure(again, 'R1')).toMatchObject({ value: 9 });
    expect(unsigned(again)).toEqual(['X01']);
    test.dispose();
  });

  it('goes on from the balance that is signed, also where that pack comes after the form of the next quarter', async () => {
    const first = await createCoordination();
    const { test, write } = first;
    const received = await receiveForm(first);
    const place = test.grant(received.inbox) as never;
    await test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
    const sender = newSender('X01');
    const cells = wholeCells(sender.unitId, '2025-04' as Month, '2026-06' as Month);
    const file = test.grant(write(packText(payloadFor(sender, quarterOne, 20, cells), sender.key))) as never;
    const accept = { changes: ['follows_forms' as const], reason: 'Called.' };
    const { id: packId } = await test.call('packs.import', { file, confirmFingerprint: sender.fingerprint, accept });
    const balances = async () => {
      const content = await ofAll(test, quarterTwo);
      return [figure(content, 'B1').value, figure(content, 'B2').value];
    };
    expect(await balances()).toEqual([460, 478]);
    await test.call('packs.withdraw', { packId, reason: 'In error.' });
    expect(await balances()).toEqual([100, 118]);
    test.dispose();
  });

  it('keeps the months of earlier quarters that its pack says nothing of', async () => {
    const first = await createCoordination();
    const { test, write } = first;
    const received = await receiveForm(first);
    const place = test.grant(received.inbox) as never;
    await test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
    const sender = newSender('X01');
    const cells = wholeCells(sender.unitId, '2026-10' as Month, '2026-12' as Month);
    const file = test.grant(write(packText(payloadFor(sender, quarterThree, 20, cells), sender.key))) as never;
    const accept = { changes: ['follows_forms' as const], reason: 'Called.' };
    await test.call('packs.import', { file, confirmFingerprint: sender.fingerprint, accept });
    expect(figure(await ofAll(test, quarterThree), 'R1')).toMatchObject({ value: 90, previous: 9 });
    test.dispose();
  });
});

it('names every table of a coordination workspace in which a unit has a column', () => {
  const { raw } = national.test.store.requireUnlocked();
  const named = tablesOfUnits.map((table) => getTableName(table)).toSorted();
  const tables = raw
    .prepare(
      "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'unit_id' ORDER BY m.name",
    )
    .all() as { name: string }[];
  expect(named).toEqual(tables.map(({ name }) => name));
});
