import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { noFacts } from '../../../support/authorities.ts';
import { FileWorkPlay, fileWorkStep, quietSteps, type FileWorkStep } from '../../../support/playFileWork.ts';
import { personInput } from '../../../support/persons.ts';
import { choosePassphrase, createTestStore, type TestStore } from '../../../support/store.ts';
import { times } from '../../../support/stress.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';
import { reason, struck } from '../../../support/corrections.ts';

let test: TestStore;
afterEach(() => {
  test.dispose();
});

/** What the rows count in both units together: it knows of no unit and no transfer. */
const recount = `
  SELECT 'arrests' AS measure, substr(arrested_on, 1, 7) AS month, 1 AS amount FROM arrest
  UNION ALL SELECT 'charges_laid', substr(laid_on, 1, 7), counts FROM charge WHERE stage = 'laid'
  UNION ALL SELECT 'dispositions', substr(disposed_on, 1, 7), counts FROM charge WHERE stage = 'laid' AND disposed_on IS NOT NULL
  UNION ALL SELECT 'persons_charged', substr(min(laid_on), 1, 7), 1 FROM charge
    WHERE stage = 'laid' AND person_id IS NOT NULL GROUP BY investigation_id, person_id
  UNION ALL SELECT 'authorizations', substr(started_on, 1, 7), 1 FROM authority
    WHERE kind = 'search_warrant' AND end_reason IS NOT 'entered_in_error'
  UNION ALL SELECT 'devices_seized', substr(seized_on, 1, 7), device_count FROM device WHERE end_reason IS NOT 'entered_in_error'
  UNION ALL SELECT 'devices_examined', substr(examined_on, 1, 7), device_count FROM device
    WHERE end_reason IS NOT 'entered_in_error' AND examined_on IS NOT NULL
  UNION ALL SELECT 'victims_identified', substr(identified_on, 1, 7), 1 FROM person WHERE role = 'victim' AND identified_on IS NOT NULL
  UNION ALL SELECT 'victims_safeguarded', substr(safeguarded_on, 1, 7), 1 FROM person WHERE role = 'victim' AND safeguarded_on IS NOT NULL
  UNION ALL SELECT 'support_referrals', substr(referred_on, 1, 7), 1 FROM support_referral`;

const lines = (sql: string): readonly string[] =>
  test.store.requireUnlocked().raw.prepare(sql).pluck().all() as string[];

const caseMeasure = [
  'arrests',
  'charges_laid',
  'dispositions',
  'persons_charged',
  'authorizations',
  'devices_seized',
  'devices_examined',
  'victims_identified',
  'victims_safeguarded',
  'support_referrals',
];

const recounted = (): readonly string[] =>
  lines(`SELECT measure || ' ' || month || ' ' || sum(amount) FROM (${recount}) GROUP BY measure, month ORDER BY 1`);

const counted = (): readonly string[] =>
  lines(`SELECT measure || ' ' || month || ' ' || CAST(sum(value) AS INTEGER) FROM unit_month
         WHERE measure IN (SELECT value FROM json_each('${JSON.stringify(caseMeasure)}'))
         GROUP BY measure, month HAVING sum(value) <> 0 ORDER BY 1`);

const negative = (): readonly string[] =>
  lines(`SELECT unit_id || ' ' || measure || ' ' || month || ' ' || value FROM unit_month
         WHERE value < 0 AND measure NOT IN ('reclassified', 'referrals_bundled')`);

/** Every month of every unit, without the transfers. */
const months = (): readonly string[] =>
  lines(`SELECT unit_id || ' ' || measure || ' ' || month || ' ' || value FROM unit_month
         WHERE value <> 0 AND measure NOT IN ('transferred_in', 'transferred_out') ORDER BY 1`);

async function playAll(steps: readonly FileWorkStep[], play: FileWorkPlay): Promise<void> {
  for (const step of steps) {
    const before = quietSteps.includes(step.what) ? months() : null;
    await play.step(step);
    if (before !== null) expect([step.what, months()]).toEqual([step.what, before]);
  }
}

/** Every file that is over, and what is left of those that were sent away. */
async function purgeAll(unitIds: readonly UnitId[]): Promise<number> {
  for (const unitId of unitIds)
    await test.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
  Object.assign(test.store.options, { clock: fixedClock('2028-01-05' as CivilDate) });
  const due = (await test.call('retention.due', { filter: {} })).rows;
  const investigationIds = due.map(({ file }) => file.id as InvestigationId);
  if (due.length === 0) return 0;
  await choosePassphrase(test);
  await test.call('purges.approve', { investigationIds, referralIds: [] });
  const requestIds = (await test.call('purges.list', { filter: {} })).requests.map(({ id }) => id);
  await test.signInAs('admin');
  return (await test.call('purges.carryOut', { requestIds })).files;
}

describe('what is counted beside the ledger', () => {
  it('is counted once by one unit, whatever is sent, corrected, sealed and purged, and is never below nothing', async () => {
    let purged = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fileWorkStep, { minLength: 60, maxLength: 90 }), async (steps) => {
        test = await createTestStore();
        try {
          const units = await createOfficerOfTwo(test);
          const play = new FileWorkPlay(test, units);
          for (const b of [0, 1, 2]) await play.step({ what: 'open', a: 0, b });
          await playAll(steps, play);
          expect(counted()).toEqual(recounted());
          expect(negative()).toEqual([]);
          await play.concludeAll();
          const before = months();
          purged += await purgeAll(units);
          expect(months()).toEqual(before);
        } finally {
          test.dispose();
        }
      }),
      { numRuns: times(3, 12), endOnFailure: true },
    );
    expect(purged).toBeGreaterThan(0);
    test = await createTestStore();
  }, 240_000);

  it('stays with the unit that counted it, and moves there when the other corrects it', async () => {
    test = await createTestStore();
    const [first, second] = await createOfficerOfTwo(test);
    const { id } = await test.call('investigations.open', {
      unitId: first,
      openedOn: '2026-03-01',
      referralIds: [],
      lead: null,
    });
    const file = { kind: 'investigation', id } as const;
    const { id: personId } = await test.call(
      'persons.add',
      personInput(file, 'victim', { identifiedOn: '2026-03-05' }),
    );
    const warrant = { ...noFacts, startedOn: '2026-03-06', dueOn: '2026-03-16', variant: null, underId: null };
    const { id: authorityId } = await test.call('authorities.record', {
      ...warrant,
      investigationId: id,
      kind: 'search_warrant',
    });
    const sent = { referralId: null, investigationId: id, toUnitId: second, toService: null, message: null };
    const { id: transferId } = await test.call('transfers.propose', { ...sent, on: '2026-05-01' });
    const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-05-01' });
    const there = { kind: 'investigation', id: receivedId as InvestigationId } as const;
    await test.call('persons.change', {
      reason,
      ...personInput(there, 'victim', {
        identifiedOn: '2026-04-05',
        safeguardedOn: '2026-06-02',
        safeguardedBy: 'Agency',
      }),
      personId,
      version: 1,
    });
    await test.call('corrections.strike', struck({ kind: 'investigation', id: there.id }, 'authority', authorityId));
    const named = new Map([
      [first, 'sender'],
      [second, 'receiver'],
    ]);
    const told = months()
      .map((line) => line.split(' ') as [UnitId, string, string, string])
      .map(([unitId, ...rest]) => [named.get(unitId), ...rest].join(' '));
    expect(told.filter((line) => /victims|authorizations/.test(line)).sort()).toEqual([
      'receiver victims_safeguarded 2026-06 1.0',
      'sender victims_identified 2026-04 1.0',
    ]);
    expect(negative()).toEqual([]);
  });
});
