import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { markedFile } from '../../../support/caseFiles.ts';
import { newOffice, one, other, type Office } from '../../../support/desks.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';
import { comparedApart } from './notYetCompared.ts';

const words = [
  'bay',
  'Bayou',
  'été',
  'ete',
  'north',
  'nord',
  'x-12',
  'l’aube',
  'a',
  '7',
  'Œuf',
  'STRASSE',
  'straße',
  'ﬁn',
];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
/** Asked so that no answer rests on the beginning of a longer word. */
const asked = fc
  .array(fc.constantFrom(...words.filter((word) => word !== 'bay')), { minLength: 1, maxLength: 3 })
  .map((each) => each.join(' '));

/** What is typed, edited, sealed and given back, and after each step what is found. */
async function work(store: TestStore, unitId: UnitId, userId: UserId): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const find = async (...texts: readonly string[]): Promise<void> => {
    for (const each of texts) await call('search.everywhere', { text: each });
  };
  const log = (summary: string): Promise<{ readonly id: ReferralId }> =>
    call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary });
  for (const summary of fc.sample(text, { numRuns: 25, seed: 5 })) await log(summary);
  await find(...fc.sample(asked, { numRuns: 30, seed: 6 }), '"', '- -', 'nowhere');

  const { id: referralId } = await log('first words');
  await call('referrals.edit', {
    referralId,
    version: 1,
    externalNumber: 'X-77',
    priorityReceived: null,
    summary: 'other matter',
  });
  await find('first', 'matter', 'x-77', 'X-7', 'l’matter');
  const file = await call('investigations.open', { unitId, openedOn: '2026-10-03', referralIds: [], lead: null });
  const waiting = { state: 'provider', on: 'Télécom du Fleuve', since: '2026-10-04' } as const;
  await call('investigations.wait', { files: [{ investigationId: file.id, version: 1 }], ...waiting });
  await find('telecom fleuve', 'télécom FLEUVE matter', file.number, file.number.slice(0, 6));

  const marked = await markedFile(test, unitId, 'ZQXMARKA', { lead: userId });
  await find('zqxmarka title', 'zqxmarka under', 'zqxmarka@example.org', 'ZQXMARKA-2026');
  const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
  await call('seals.seal', { ...act, investigationIds: [marked.investigationId], referralIds: [] });
  await find('zqxmarka title', 'zqxmarka under', 'zqxmarka@example.org', 'ZQXMARKA-2026');
  const { seals } = await call('seals.list', { filter: {} });
  await call('seals.unseal', { sealId: seals[0]!.id, authority: 'ON-2', reason: 'Given back' });
  await find('zqxmarka title', 'zqxmarka under', 'zqxmarka summary');
  return answers;
}

describe.skipIf(postgresMissing !== '')(`the search on PostgreSQL ${postgresMissing}`.trim(), () => {
  it('finds by whole words what a folder finds, as it is written, edited, sealed and given back', async () => {
    const { test: folder, unitId, userId } = await copyOfUnit();
    const server = await onServer(folder);
    const here = await work(folder, unitId, userId as UserId);
    expectSame(here, await work(server, unitId, userId as UserId));
    expect(here.filter(({ isRefused }) => isRefused)).toEqual([]);
    expect([...answeredBy(here)]).toEqual(expect.arrayContaining([...(comparedApart['search'] ?? ['none'])]));
    // In a folder a beginning is enough.
    const begun = { text: 'compt' };
    for (const store of [folder, server])
      await store.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary: 'Compte' });
    expect((await folder.call('search.everywhere', begun)).referrals).toHaveLength(1);
    expect((await server.call('search.everywhere', begun)).referrals).toEqual([]);
    server.dispose();
  });

  describe('of two units', () => {
    let office: Office;
    let [west, east]: TestStore[] = [];
    const log = (desk: TestStore, unitId: UnitId, summary: string) =>
      desk.call('referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: '2026-10-02',
        summary,
      });
    const find = async (desk: TestStore, typed: string): Promise<readonly string[]> =>
      (await desk.call('search.everywhere', { text: typed })).referrals.map(({ id }) => id);
    beforeAll(async () => {
      office = await newOffice();
      west = await office.desk('west', [one]);
      east = await office.desk('east', [other]);
    });
    afterAll(() => office.close());

    it('shows nothing of the other, to the search or to who speaks SQL', async () => {
      const { id } = await log(west!, one, 'harbour lights');
      for (let n = 0; n < 30; n += 1) await log(east!, other, `harbour ${String(n)}`);
      expect(await find(west!, 'harbour')).toEqual([id]);
      expect(await find(east!, 'harbour lights')).toEqual([]);
      const seen = async (desk: TestStore): Promise<unknown> =>
        desk.store.requireUnlocked().read.all(sql`SELECT DISTINCT unit_id FROM vigie.word`);
      expect([await seen(west!), await seen(east!)]).toEqual([[{ unit_id: one }], [{ unit_id: other }]]);
    });

    it('keeps no word of what was changed or taken out', async () => {
      const { id: referralId } = await log(west!, one, 'xylophone quartet');
      const count = async (): Promise<unknown> =>
        (await office.database.run('SELECT count(*)::int AS n FROM vigie.word'))[0];
      const before = await count();
      const facts = { referralId, externalNumber: null, priorityReceived: null };
      await west!.call('referrals.edit', { ...facts, version: 1, summary: 'one' });
      expect(await find(west!, 'xylophone')).toEqual([]);
      expect(await find(west!, 'one')).toEqual([referralId]);
      await west!.call('referrals.edit', { ...facts, version: 2, summary: 'xylophone quartet' });
      expect(await count()).toEqual(before);
    });
  });
});
