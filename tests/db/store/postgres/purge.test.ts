import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { columnKeys, wordTokens } from '../../../../db/store/postgres/server/encryption/values.ts';
import { Sealing } from '../../../../db/store/postgres/sealing.ts';
import { tablesOf } from '../../../../db/store/postgres/server/tables.ts';
import { writeTx } from '../../../../db/store/postgres/session.ts';
import { markedFile, type MarkedFile } from '../../../support/caseFiles.ts';
import { dump } from '../../../support/dumped.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { setServerDay } from '../../../support/serverDay.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { purgersOf, type Purgers } from '../../../support/purgers.ts';
import { today, type TestStore } from '../../../support/store.ts';

const marker = 'ZQXMARKA';
const later = '2027-11-03' as CivilDate;

/** The lines of a dump by the table that they are of. */
function linesByTable(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = text.split(/^COPY (\S+) .*$/m);
  return new Map(
    parts.flatMap((part, n) => (n % 2 === 1 ? [[part, (parts[n + 1] ?? '').split('\n\\.')[0]!.split('\n')]] : [])),
  );
}

/** The ids of an investigation and of what is counted in it. */
async function partsOf(
  { call }: TestStore,
  investigationId: MarkedFile['investigationId'],
): Promise<readonly string[]> {
  const { arrests, charges } = await call('investigations.get', { investigationId });
  const { devices } = await call('devices.list', { investigationId });
  const { authorities } = await call('authorities.list', { investigationId });
  const { referrals } = await call('support.list', { investigationId });
  const { parts } = await call('partners.ofFile', { investigationId });
  const lists = [arrests, charges, devices, authorities, referrals, parts];
  expect(lists.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1]);
  return [investigationId, ...lists.flat().map(({ id }) => id)];
}

describe.skipIf(postgresMissing)(`a purge on a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: ServerWorkspace;
  let purgers: Purgers;
  let file: MarkedFile;

  beforeAll(async () => {
    shared = await serverWorkspace();
    purgers = await purgersOf(shared, ['U01']);
    const { officer, officerId: lead, keeper } = purgers;
    const unitId = purgers.unitIds[0]!;
    file = await markedFile(officer, unitId, marker, { lead });
    const other = await markedFile(officer, unitId, 'ZQXMARKB', { lead, staysOpen: true });
    await officer.call('links.relate', { investigationId: other.investigationId, otherId: file.investigationId });
    await officer.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
    await keeper.call('drafts.save', {
      form: 'note',
      subject: file.investigationId,
      unitId,
      values: { text: marker },
    });
    await officer.call('search.everywhere', { text: marker });
    const { investigationId } = file;
    const { notes } = await officer.call('notes.list', { investigationId });
    await officer.call('seals.sealPerson', {
      ...{ basis: 'court_order', reference: 'ON-1', reason: 'Order of the court', authorityId: null },
      file: { kind: 'investigation', id: investigationId },
      personId: file.personId,
      noteIds: notes.map(({ id }) => id),
    });
  });
  afterAll(async () => {
    purgers.end();
    await shared.dispose();
  });

  it('leaves nothing of the file and of who is sealed in it in a dump but the number of what was purged, and every figure as it was', async () => {
    const { officer, keeper, moveTo } = purgers;
    const totals = async (): Promise<unknown> => {
      const { call } = officer;
      return [
        await call('backlog.board', { from: '2026-09', to: '2026-11' }),
        await call('backlog.ageing', { on: '2026-10-15' }),
        await call('packs.preview', { quarter: { fiscalYear: 2026, quarter: 3 } }),
      ];
    };
    const figures = await totals();
    const tokens = wordTokens(columnKeys(officer.store.requireUnlocked().key), marker);
    const ids = [file.referralId, file.personId, ...(await partsOf(officer, file.investigationId))].flatMap((id) => [
      id,
      id.replaceAll('-', ''),
    ]);
    const left = (): readonly string[] =>
      [...linesByTable(dump(shared.database))].flatMap(([table, lines]) => {
        const text = lines.join('\n').replaceAll(`${marker}-2026`, '');
        const isAudit = /^public\.audit_(entry|file)$/.test(table);
        const sought = [marker, marker.toLowerCase(), ...tokens, ...(isAudit ? [] : ids)];
        return sought.some((each) => text.includes(each)) ? [table] : [];
      });
    expect(left()).toEqual(expect.arrayContaining(['vigie.word', 'public.draft', 'public.referral']));
    moveTo(later);
    await setServerDay(await shared.database.connect(), later);
    await officer.call('purges.approve', { investigationIds: [file.investigationId], referralIds: [] });
    const { requests } = await keeper.call('purges.list', { filter: {} });
    const done = await keeper.call('purges.carryOut', { requestIds: requests.map(({ id }) => id) });
    expect(done).toMatchObject({ files: 1, backups: [{ place: 'server', name: null, expiresAt: null }] });
    expect(left()).toEqual([]);
    // What stays of it opens, as a move to a folder reads it.
    const owner = writeTx(
      await shared.database.connect(),
      new Sealing(columnKeys(officer.store.requireUnlocked().key)),
    );
    for (const table of tablesOf('unit')) await owner.select().from(table);
    moveTo(today);
    expect(await totals()).toEqual(figures);
    expect((await officer.call('search.everywhere', { text: marker })).referrals).toEqual([]);
  });
});
