import { describe, expect } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, PersonId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { struck } from '../../../support/corrections.ts';
import { authorityInput } from '../../../support/authorities.ts';
import { confirmQuarter, exportedPack, toldBy } from '../../../support/brokenDown.ts';
import { personInput } from '../../../support/persons.ts';
import { quarterTwo } from '../../../support/packs.ts';
import { historyOf } from '../../statistics/backlog/history.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const told = async () => toldBy(await exportedPack(test, quarterTwo), unitId);
const fileOf = (id: InvestigationId) => ({ kind: 'investigation', id }) as const;

async function accuse(investigationId: InvestigationId, given: Partial<Input<'persons.add'>>): Promise<PersonId> {
  return (await test.call('persons.add', personInput(fileOf(investigationId), 'subject', given))).id;
}

async function charge(
  investigationId: InvestigationId,
  section: string,
  given: Partial<Input<'charges.record'>> = {},
): Promise<void> {
  await test.call('charges.record', {
    investigationId,
    laidOn: '2026-08-10',
    section,
    counts: 1,
    stage: 'laid',
    ...given,
  });
}

async function victim(file: InvestigationId, given: Partial<Input<'persons.add'>>): Promise<PersonId> {
  const facts = { identifiedOn: '2026-08-01', ...given } as Partial<Input<'persons.add'>>;
  return (await test.call('persons.add', personInput(fileOf(file), 'victim', facts))).id;
}

describe('a quarter’s counts by category', () => {
  it('tell referrals by source and band, and files by how they came and how they were cleared', async () => {
    const history = historyOf(test, unitId);
    const scored = await history.receive('2026-07-02', 'cybertip');
    await history.receive('2026-07-03', 'cybertip');
    await history.receive('2026-09-30');
    await history.receive('2026-10-01');
    await test.call('referrals.score', {
      referralIds: [scored],
      band: 'high',
      on: '2026-07-02',
    });
    const reactive = await history.open('2026-07-10', [scored]);
    const proactive = await history.open('2026-07-11');
    await history.open('2026-08-11');
    const status = { founded: true, reason: 'charge_laid', on: '2026-08-01' as CivilDate };
    const { reasons } = await test.call('clearanceReasons.list', {});
    const reason = reasons.find(({ outcome }) => outcome === 'otherwise')!.code;
    await test.call('clearance.record', { investigationId: reactive, version: null, status: { ...status, reason } });
    await history.conclude(reactive, '2026-09-01');
    await history.conclude(proactive, '2026-09-02');
    expect(await told()).toMatchObject({
      'R1 source': { cybertip: 2, ncecc: 1 },
      'R1 risk_band': { high: 1, unknown: 2 },
      'I1 origin': { reactive: 1, proactive: 2 },
      'I2 clearance': { otherwise: 1, unknown: 1 },
    });
  });

  it('tell victims by age and by gender, each one way, and never what nobody said', async () => {
    const file = await historyOf(test, unitId).open('2026-07-01');
    await victim(file, {
      ageBand: '12_13',
      gender: 'woman_girl',
      safeguardedOn: '2026-09-01',
      safeguardedBy: 'Agency',
    });
    await victim(file, { ageBand: '12_13', gender: 'not_asked' });
    await victim(file, { ageBand: 'unknown', gender: 'unknown' });
    await victim(file, { ageBand: '0_11', gender: 'man_boy', identifiedOn: '2026-10-02' });
    await confirmQuarter(test, unitId, quarterTwo);
    expect(await told()).toMatchObject({
      'V1 age_band': { '12_13': 2, unknown: 1 },
      'V1 gender': { woman_girl: 1, not_asked: 1, unknown: 1 },
      'V2 age_band': { '12_13': 1 },
      'V2 gender': { woman_girl: 1 },
    });
  });

  it('tell charges by section and outcome, and persons charged and arrests by age and gender, as three counts', async () => {
    const file = await historyOf(test, unitId).open('2026-07-01');
    const offenceOn = '2026-06-01' as CivilDate;
    const youth = await accuse(file, { ageBand: '16_17', gender: 'man_boy' });
    const grown = await accuse(file, { ageBand: '16_17', birthDate: '2008-05-31' });
    await charge(file, 'art. 163.1 (4)', { counts: 3, personId: youth, offenceOn });
    await charge(file, '163.1(4)', { personId: grown, offenceOn });
    await charge(file, 'a phrase that somebody typed', { counts: 2 });
    await charge(file, '151', { stage: 'recommended', counts: 9 });
    const { charges } = await test.call('investigations.get', { investigationId: file });
    const first = charges.find(({ counts }) => counts === 3)!;
    const outcome = { disposition: 'stayed', disposedOn: '2026-09-10' as CivilDate } as const;
    await test.call('charges.dispose', { investigationId: file, chargeId: first.id, version: 1, outcome });
    for (const isYouth of [true, false, false])
      await test.call('arrests.record', {
        investigationId: file,
        arrestedOn: '2026-08-09',
        youth: isYouth,
      });
    await confirmQuarter(test, unitId, quarterTwo);
    expect(await told()).toMatchObject({
      'C1 offence_section': { '163.1(4)': 4, other_section: 2 },
      'C2 youth_adult': { youth: 1, adult: 1 },
      'C2 gender': { man_boy: 1, not_asked: 1 },
      'C3 youth_adult': { youth: 1, adult: 2 },
      'J1 disposition': { stayed: 3 },
    });
  });

  it('tell authorizations by type, without demands, notices and what was entered in error', async () => {
    const file = await historyOf(test, unitId).open('2026-07-01');
    const given = { dueOn: '2026-07-28', doneOn: '2026-07-22' } as Parameters<typeof authorityInput>[3];
    await test.call('authorities.record', authorityInput(file, 'search_warrant', '2026-07-21', given));
    await test.call('authorities.record', authorityInput(file, 'search_warrant', '2026-07-22', given));
    const details = { variant: 'canadian', heldBy: 'Provider', concerning: 'Data' };
    await test.call('authorities.record', authorityInput(file, 'preservation_demand', '2026-07-05', details));
    const wrong = await test.call('authorities.record', authorityInput(file, 'search_warrant', '2026-07-21', given));
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'authority', wrong.id));
    await confirmQuarter(test, unitId, quarterTwo);
    expect((await told())['A1 kind']).toEqual({ search_warrant: 2 });
  });

  it('tell of a count that is zero that none is of any category, and say nothing of what is not known', async () => {
    for (const on of ['2026-07-01', '2026-08-01', '2026-09-01']) await historyOf(test, unitId).open(on);
    const before = await told();
    expect(before['I1 origin']).toEqual({ proactive: 3 });
    expect(before['V1 gender']).toBeUndefined();
    await confirmQuarter(test, unitId, quarterTwo);
    expect((await told())['V1 gender']).toEqual({});
    await test.call('unitMonths.declareNotKept', {
      unitId,
      measure: 'victims_identified',
      from: '2026-08',
      version: null,
    });
    expect((await told())['V1 gender']).toBeUndefined();
  });
});
