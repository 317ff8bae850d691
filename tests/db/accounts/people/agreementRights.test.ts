import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { othersRows } from '../../../support/othersRows.ts';
import { quarterThree, quarterTwo } from '../../../support/packs.ts';
import { administrator, choosePassphrase, createTestStore, type TestStore } from '../../../support/store.ts';
import { createTwoAgreements, placeIn, type TwoAgreements } from '../../../support/twoAgreements.ts';

let two: TwoAgreements;
let test: TestStore;
beforeEach(async () => {
  two = await createTwoAgreements();
  test = two.test;
});
afterEach(() => {
  test.dispose();
});

const codes = async () => (await test.call('agreements.list', {})).agreements.map(({ code }) => code);
const userNamed = async (login: string) =>
  (await test.call('users.list', {})).users.find((each) => each.login === login)!;

async function grant(login: string, rights: Partial<Input<'users.grant'>>) {
  const { id, version, roles } = await userNamed(login);
  return { userId: id, version, roles, unitIds: [], ...rights };
}

const notLimited = { code: 'invalid_input', reason: 'agreements_not_limited' };
const needsAll = { code: 'forbidden', reason: 'all_agreements_needed' };

describe('an administrator', () => {
  it('limits a coordinator to some agreements and lifts the limit; who was never limited sees all', async () => {
    await test.signInAs('admin');
    expect((await userNamed('coordinator')).agreementIds).toBeNull();
    expect((await userNamed('alpha')).agreementIds).toEqual([two.alpha]);
    await test.call('users.grant', await grant('coordinator', { agreementIds: [two.beta] }));
    expect(lastRights()).toEqual([
      { agreementIds: null, roles: ['coordinator'], unitIds: [] },
      { agreementIds: [two.beta], roles: ['coordinator'], unitIds: [] },
    ]);
    await test.signInAs('coordinator');
    expect(await codes()).toEqual(['AG-BETA']);
    await test.signInAs('admin');
    await test.call('users.grant', await grant('coordinator', { agreementIds: null }));
    await test.signInAs('coordinator');
    expect(await codes()).toEqual(['AG-ALPHA', 'AG-BETA']);
  });

  it('leaves the agreements as they are where nothing is said of them, and sees all where they become one', async () => {
    await test.signInAs('admin');
    await test.call('users.grant', await grant('alpha', {}));
    expect((await userNamed('alpha')).agreementIds).toEqual([two.alpha]);
    await addSecond();
    await test.call('users.grant', await grant('alpha', { roles: ['coordinator', 'administrator'] }));
    await test.signInAs('second');
    await approveAll();
    await test.signInAs('admin');
    expect((await userNamed('alpha')).agreementIds).toBeNull();
    await test.signInAs('alpha');
    expect(await codes()).toEqual(['AG-ALPHA', 'AG-BETA']);
  });

  it('cannot limit who administers or coordinates nothing, nor to what is no agreement or to none', async () => {
    await test.signInAs('admin');
    const agreementIds = [two.alpha];
    for (const roles of [['administrator'], ['administrator', 'coordinator'], ['supervisor']] as const)
      expect(await test.refusal('users.grant', await grant('alpha', { roles: [...roles], agreementIds }))).toEqual(
        notLimited,
      );
    for (const wrong of [[randomUUID()], []])
      expect((await test.refusal('users.grant', await grant('alpha', { agreementIds: wrong }))).code).toBe(
        'invalid_input',
      );
    const unit = await createTestStore('unit');
    try {
      const user = { login: 'x', displayName: 'X', unitIds: [], passphrase: administrator.passphrase };
      expect(await unit.refusal('users.create', { ...user, roles: ['coordinator'], agreementIds })).toEqual(notLimited);
    } finally {
      unit.dispose();
    }
  });

  it('waits for a second one, who sees what is asked; the limit then holds at the next call of whoever is signed in', async () => {
    await test.signInAs('admin');
    await addSecond();
    await test.call('users.grant', await grant('second', { roles: ['administrator', 'coordinator'] }));
    await test.signInAs('second');
    await approveAll();
    await test.signInAs('admin');
    const limit = await grant('second', { roles: ['coordinator'], agreementIds: [two.alpha] });
    expect(await test.call('users.grant', limit)).toEqual({ awaitsApproval: true });
    await test.signInAs('second');
    const { items } = await test.call('users.waiting', {});
    expect(items.map(({ agreementIds }) => agreementIds)).toEqual([[two.alpha]]);
    expect(await codes()).toEqual(['AG-ALPHA', 'AG-BETA']);
    const grid = { agreementId: two.beta, register: 'risks', fiscalYear: 2026 } as const;
    const path = placeIn(two, 'risks.csv');
    await test.call('funding.exportFile', { ...grid, file: test.grant(path), format: 'csv', locale: 'en' });
    const { previewId } = await test.call('funding.previewFile', { ...grid, file: test.grant(path) });
    await approveAll();
    expect(await codes()).toEqual(['AG-ALPHA']);
    expect(await test.refusal('funding.rows', grid)).toEqual({ code: 'not_found' });
    // What was made ready before is gone with the right to it.
    expect(await test.refusal('funding.applyFile', { previewId })).toEqual({ code: 'not_found' });
    expect(await test.refusal('users.list', {})).toEqual({ code: 'forbidden' });
  });
});

/** Another person who may decide: without one, nobody becomes an administrator. */
async function addSecond(): Promise<void> {
  const { passphrase } = administrator;
  const second = {
    login: 'second',
    displayName: 'Second',
    roles: ['records_officer' as const],
    unitIds: [],
    passphrase,
  };
  await test.call('users.create', second);
  await test.signInAs('second');
  await choosePassphrase(test);
  await test.signInAs('admin');
}

async function approveAll(): Promise<void> {
  for (const { id: approvalId } of (await test.call('users.waiting', {})).items)
    await test.call('users.approve', { approvalId, accept: true });
}

/** What the audit's last entry on rights says that they were, and are. */
function lastRights(): readonly unknown[] {
  const values = test.store
    .requireUnlocked()
    .raw.prepare(
      `SELECT value FROM audit_value WHERE field = 'rights'
       AND sequence = (SELECT max(sequence) FROM audit_value WHERE field = 'rights') ORDER BY side DESC`,
    )
    .pluck()
    .all() as string[];
  return values.map((each) => JSON.parse(each) as unknown);
}

describe('two coordinators of an agreement each', () => {
  it('prepare the same return of theirs as who sees all, and none of the other', async () => {
    const hashes: string[] = [];
    for (const login of ['coordinator', 'alpha']) {
      await test.signInAs(login);
      const which = { agreementId: two.alpha, quarter: quarterTwo, jobId: randomUUID(), restate: true };
      hashes.push((await test.call('returns.prepare', which)).contentHash);
    }
    expect(hashes[1]).toBe(hashes[0]);
    await test.signInAs('beta');
    const other = { agreementId: two.alpha, quarter: quarterTwo, jobId: randomUUID() };
    expect(await test.refusal('returns.prepare', other)).toEqual({ code: 'not_found' });
    expect(await codes()).toEqual(['AG-BETA']);
  });

  it('lock and release theirs; a release is compared with those of the others', async () => {
    test.store.requireUnlocked().raw.exec(`DELETE FROM return_release WHERE return_id = '${two.rows.alpha.returnId}'`);
    await test.signInAs('alpha');
    const { agreements } = await test.call('agreements.list', {});
    await test.call('returns.setActuals', {
      agreementId: two.alpha,
      quarter: quarterTwo,
      status: 'preliminary',
      version: 1,
    });
    const which = { agreementId: two.alpha, quarter: quarterTwo, jobId: randomUUID(), restate: true };
    const { contentHash, content } = await test.call('returns.prepare', which);
    expect(content.agreement.code).toBe(agreements[0]?.code);
    await test.call('returns.release', {
      returnId: two.rows.alpha.returnId,
      folder: test.grant(two.outbox),
      method: 'suppression',
    });
    const facts = test.store
      .requireUnlocked()
      .raw.prepare("SELECT facts FROM audit_entry WHERE method = 'returns.release' ORDER BY sequence DESC LIMIT 3")
      .pluck()
      .all();
    expect(facts[2]).toContain('"comparedWithAll":true,"releases":2');
    expect(await test.call('returns.lock', { ...which, contentHash })).toMatchObject({ sequence: 2, contentHash });
  });
});

describe('what concerns all agreements', () => {
  it('is refused to who sees some, with the reason', async () => {
    await test.signInAs('alpha');
    const unit = { code: 'NEW', name: { en: 'New', fr: 'Neuve' }, service: 'S', active: true };
    expect(await test.refusal('units.save', unit)).toEqual(needsAll);
    expect(await test.refusal('reports.setReminders', { daysBefore: [3] })).toEqual(needsAll);
    expect(await test.refusal('frameworks.import', { file: test.grant(two.files.joint) })).toEqual(needsAll);
    const reference = { lastMonth: '2026-09', file: test.grant(placeIn(two, 'r')), jobId: randomUUID() };
    expect(await test.refusal('reference.export', reference)).toEqual(needsAll);
    const all = { agreementId: two.workspaceId, quarter: quarterTwo, jobId: randomUUID() };
    expect(await test.refusal('returns.prepare', all)).toEqual(needsAll);
  });

  it('is which units an agreement funds: its words may be changed, its units not, nor a new one made', async () => {
    await test.signInAs('alpha');
    const [own] = (await test.call('agreements.list', {})).agreements;
    const changed = { ...own!, recipient: { en: 'Another name', fr: 'Autre nom' } };
    await test.call('agreements.save', changed);
    const again = { ...changed, version: own!.version + 1 };
    const added = [...own!.units, { unitId: two.units.BETA1.unitId, from: '2026-04-01' as never, to: null }];
    const kept = own!.units.map((each) => ({ ...each, to: null }));
    for (const units of [added, kept, []])
      expect(await test.refusal('agreements.save', { ...again, units })).toEqual(needsAll);
    const another = { ...changed, id: undefined, version: undefined, code: 'AG-NEW' };
    expect(await test.refusal('agreements.save', another)).toEqual(needsAll);
  });

  it('is a pack of units of others, which is seen as such before it is taken in', async () => {
    await test.signInAs('alpha');
    const others = { code: 'forbidden', reason: 'units_of_other_agreements' };
    const { joint, beta, alphaLater } = two.files;
    for (const path of [joint, beta]) {
      expect(await test.refusal('packs.inspect', { file: test.grant(path) })).toEqual(others);
      expect(await test.refusal('packs.import', { file: test.grant(path) })).toEqual(others);
      const { found } = await test.call('rollup.inspect', { place: test.grant(path) });
      expect(found.map(({ verdict, problems }) => [verdict, problems.map(({ code }) => code)])).toEqual([
        ['refused', ['units_of_other_agreements']],
      ]);
      const { name } = found[0]!;
      expect(await test.refusal('rollup.import', { place: test.grant(path), name })).toEqual(others);
    }
    await test.call('packs.import', { file: test.grant(alphaLater) });
    const { packs } = await test.call('packs.list', {});
    expect(
      packs.filter(({ quarter }) => quarter.quarter === quarterThree.quarter).map(({ units }) => units[0]?.code),
    ).toEqual(['ALPHA1', 'MOVED']);
  });

  it('is a figure entered for a unit after it left', async () => {
    await test.signInAs('alpha');
    const cell = { code: 'R1', value: 5, numerator: null, denominator: null, why: { en: '', fr: '' }, version: null };
    const moved = { ...cell, unitId: two.units.MOVED.unitId };
    const others = othersRows(two);
    const earlier = { fiscalYear: quarterTwo.fiscalYear - 1, quarter: 3 } as const;
    for (const quarter of [quarterTwo, earlier]) await test.call('entered.save', { quarter, cells: [moved] });
    expect(othersRows(two)).toEqual(others);
    expect(await test.refusal('entered.save', { quarter: quarterThree, cells: [moved] })).toEqual({
      code: 'forbidden',
    });
    const other = { ...cell, unitId: two.units.BETA2.unitId };
    expect(await test.refusal('entered.save', { quarter: quarterTwo, cells: [other] })).toEqual({ code: 'forbidden' });
  });
});

it('a breach report counts all agreements, whoever reads it, with their funding, packs and returns', async () => {
  await test.signInAs('coordinator');
  const { agreements } = await test.call('agreements.list', {});
  const { packs } = await test.call('packs.list', {});
  await test.signInAs('admin');
  const { counts } = await test.call('breach.report', { lost: { kind: 'computer' } });
  expect([agreements.length, packs.length]).toEqual([2, 5]);
  expect(Object.fromEntries(counts.map(({ what, count }) => [what, count]))).toEqual({
    agreements: 2,
    funding: 6,
    packs: 5,
    // One of each agreement, and the consolidated one.
    returns: 3,
    accounts: 4,
    entries: expect.any(Number) as number,
  });
});
