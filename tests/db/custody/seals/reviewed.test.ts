import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import type { Quarter } from '#contract/ground/dates';
import { conclude } from '../../../support/caseFiles.ts';
import { personInput } from '../../../support/persons.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';

const inFolder = (test: TestStore) => Promise.resolve(test);
const engines = [
  { where: 'in a folder', open: inFolder },
  ...(postgresMissing === '' ? [{ where: 'on a server', open: onServer }] : []),
];
let test: TestStore;
let unitId: UnitId;
let file: CaseFile;
let personId: PersonId;
afterEach(() => {
  test.dispose();
});
const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null } as const;
const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;

describe.each(engines)('a correction of a quarter whose pack was given, $where', ({ open }) => {
  beforeEach(async () => {
    const made = await copyOfUnit();
    unitId = made.unitId;
    test = await open(made.test);
    await test.signInAs('officer');
    const opened = { unitId, openedOn: '2026-07-01', referralIds: [], lead: null };
    const { id: investigationId } = await test.call('investigations.open', opened);
    file = { kind: 'investigation', id: investigationId };
    personId = (await test.call('persons.add', personInput(file, 'subject', { name: 'Zoé Quirion' }))).id;
    await test.call('arrests.record', { investigationId, arrestedOn: '2026-08-05', youth: false });
    const arrestId = (await test.call('investigations.get', { investigationId })).arrests[0]!.id;
    await test.call('packs.export', { quarter, file: test.grant(`${test.parent}/q.vigiepack`) });
    const moved = { investigationId, arrestId, version: 1, arrestedOn: '2026-09-10', youth: false } as const;
    await test.call('arrests.change', { ...moved, reason: 'Quirion: typing error' });
    expect(await corrected()).toEqual([[1, 1]]);
  });

  const corrected = async () =>
    (await test.call('packs.preview', { quarter })).corrected.map((each) => [each.corrections, each.notReviewed]);

  it('is sealed with a person once its author said why nobody else looked, and stays counted as not reviewed', async () => {
    const naming = async () =>
      (await test.call('seals.naming', { file, personId })).texts.filter(({ what }) => what === 'correction');
    const [waiting] = await naming();
    const correctionId = waiting!.correction!.id;
    expect(waiting).toMatchObject({ isSealable: false, isToReview: true });
    const sealing = { ...order, file, personId, correctionIds: [correctionId] };
    expect(await test.refusal('seals.sealPerson', sealing)).toMatchObject({ reason: 'correction_not_reviewed' });
    await test.call('corrections.review', { file, correctionId, version: 1, note: 'One person in this unit' });
    expect(await naming()).toMatchObject([{ isSealable: true, isToReview: false }]);
    await test.call('seals.sealPerson', sealing);
    expect(await corrected()).toEqual([[1, 1]]);
  });

  it('is not put out of sight with the person whom it is of while it waits', async () => {
    const said = { name: 'Zoé Quirion', birthDate: '2012-01-03' } as const;
    await test.call('persons.change', { ...personInput(file, 'subject', said), personId, version: 1, reason: null });
    const next = personInput(file, 'subject', { ...said, birthDate: '2012-03-01' });
    await test.call('persons.change', { ...next, personId, version: 2, reason: 'Typing error' });
    const sealing = { ...order, file, personId };
    expect(await test.refusal('seals.sealPerson', sealing)).toMatchObject({ reason: 'correction_not_reviewed' });
    const waits = (await test.call('corrections.list', { file })).corrections.find(
      ({ record }) => record === 'person',
    )!;
    const review = { file, correctionId: waits.id, version: waits.version, note: 'One person in this unit' };
    await test.call('corrections.review', review);
    await test.call('seals.sealPerson', sealing);
  });

  it('is sealed with its file though it waits for a second person, and still waits', async () => {
    const investigationId = file.id as InvestigationId;
    await conclude(test, investigationId, '2026-11-23');
    const { authorityId: _, ...act } = order;
    await test.call('seals.seal', { ...act, investigationIds: [investigationId], referralIds: [] });
    expect(await test.refusal('corrections.list', { file })).toEqual({ code: 'not_found' });
    expect(await corrected()).toEqual([[1, 1]]);
  });
});
