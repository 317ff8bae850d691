import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quarter } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { receiveForm } from '../../../support/kitForm.ts';
import { createCoordination, newSender, quarterOne, quarterTwo, type Coordination } from '../../../support/packs.ts';

let national: Coordination;
let inbox: string;
beforeAll(async () => {
  national = await createCoordination();
  ({ inbox } = await receiveForm(national));
});
afterAll(() => {
  national.test.dispose();
});

async function inspect() {
  const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(inbox) });
  return found[0]!;
}

/** The return of all, of which the unit is the one. */
async function contentOf(quarter: Quarter): Promise<ReturnContent> {
  const { consolidated } = await national.test.call('returns.list', {});
  const which = { agreementId: consolidated!.id, quarter, jobId: randomUUID() as never };
  return (await national.test.call('returns.prepare', which)).content;
}
const figure = ({ values }: ReturnContent, code: string) =>
  values.find((each) => each.code === code && each.unitCode === 'X01')!;
const unsigned = ({ checks }: ReturnContent) =>
  checks.filter(({ code }) => code === 'unsigned_form').map(({ unitCode }) => unitCode);

describe('a form of a unit that signs', () => {
  it('counts while the signed pack of the unit is late, unsigned, and is replaced by it whenever that was exported', async () => {
    const sender = newSender('X01');
    await national.receive(sender, quarterOne, 10);
    expect(figure(await contentOf(quarterTwo), 'R1')).toMatchObject({ value: null });
    expect(await inspect()).toMatchObject({
      verdict: 'unsigned',
      says: { awaitsPack: true, figures: [{ opening: 100, closing: 106 }, {}, {}] },
    });
    const place = national.test.grant(inbox) as never;
    await national.test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
    const { units } = await national.test.call('units.list', {});
    expect(units.map(({ id, code }) => [id, code])).toEqual([[sender.unitId, 'X01']]);
    const late = await contentOf(quarterTwo);
    const r1 = figure(late, 'R1');
    expect(r1).toMatchObject({ value: 9, previous: 90 });
    // What was signed for the quarter before stays as it was.
    expect(figure(late, 'B1').value).toBe(figure(await contentOf(quarterOne), 'B2').value);
    expect(unsigned(late)).toEqual(['X01']);

    // Exported before the form was saved, and long delayed.
    await national.receive(sender, quarterTwo, 20);
    const came = await contentOf(quarterTwo);
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
    const again = await contentOf(quarterTwo);
    expect(figure(again, 'R1')).toMatchObject({ value: 9 });
    expect(unsigned(again)).toEqual(['X01']);
  });
});
