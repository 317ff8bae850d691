import type { InvestigationId, PaperId, PersonId, ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { authorityInput } from './authorities.ts';
import { noChildIdentified } from './danger.ts';
import { clearCharges } from './cleared.ts';
import { identifierInput, personInput } from './persons.ts';
import type { TestStore } from './store.ts';
import { struck } from './corrections.ts';

export interface MarkedFile {
  readonly investigationId: InvestigationId;
  readonly referralId: ReferralId;
  readonly personId: PersonId;
  readonly paperId: PaperId;
}

/**
 * A file with a fact in every place that takes one and the marker in every text, from its referral to its outcome. It is concluded
 * on 2026-11-02 unless it is to stay open.
 */
export async function markedFile(
  test: TestStore,
  unitId: UnitId,
  marker: string,
  { lead, staysOpen = false }: { readonly lead: UserId; readonly staysOpen?: boolean },
): Promise<MarkedFile> {
  const referralId = await markedReferral(test, unitId, marker);
  const { id: investigationId } = await test.call('investigations.open', {
    unitId,
    openedOn: '2026-10-02',
    referralIds: [referralId],
    number: `${marker}-2026`,
    title: `${marker} title`,
    subject: `${marker} matter`,
    lead,
  });
  const personId = await addPersons(test, marker, { investigationId, referralId });
  await addWork(test, unitId, marker, { investigationId, personId });
  await addOutcome(test, marker, { investigationId, personId });
  await clearCharges(test, investigationId, '2026-10-20');
  const { id: paperId } = await test.call('papers.begin', {
    investigationId,
    kind: 'crown',
    supplements: null,
    recipient: `${marker} prosecutor`,
    reference: `${marker} D-1`,
    requestedOn: null,
    languages: 'both',
    namesIncluded: false,
    requesterId: null,
  });
  if (!staysOpen) await conclude(test, investigationId);
  return { investigationId, referralId, personId, paperId };
}

async function markedReferral(test: TestStore, unitId: UnitId, marker: string): Promise<ReferralId> {
  const logged = { unitId, source: 'ncecc', receivedOn: '2026-10-01' } as const;
  const { id } = await test.call('referrals.log', {
    ...logged,
    externalNumber: `${marker}-1`,
    summary: `${marker} summary`,
  });
  const { id: under } = await test.call('referrals.log', { ...logged, summary: `${marker} under` });
  await test.call('referrals.bundle', { headId: id, referralIds: [under], on: '2026-10-01' });
  await test.call('referrals.decideDanger', { ...noChildIdentified(id), reason: `${marker} reason` });
  await test.call('referrals.score', { referralIds: [id], band: 'high', on: '2026-10-01', note: `${marker} score` });
  await test.call('referrals.check', {
    referralId: id,
    kind: 'records',
    checkedAt: Date.parse('2026-10-01T15:00:00Z'),
  });
  return id;
}

async function addPersons(
  test: TestStore,
  marker: string,
  { investigationId, referralId }: Pick<MarkedFile, 'investigationId' | 'referralId'>,
): Promise<PersonId> {
  const inFile = { kind: 'investigation', id: investigationId } as const;
  const inReferral = { kind: 'referral', id: referralId } as const;
  const gone = await test.call('persons.add', personInput(inFile, 'witness', { name: `${marker} gone` }));
  await test.call('corrections.strike', struck(inFile, 'person', gone.id));
  const { id } = await test.call(
    'persons.add',
    personInput(inFile, 'subject', { name: `${marker} subject`, ageBand: '16_17' }),
  );
  await test.call('persons.add', personInput(inReferral, 'complainant', { name: `${marker} complainant` }));
  for (const file of [inFile, inReferral])
    await test.call('identifiers.add', identifierInput(file, 'handle', `${marker}.user`, { service: marker }));
  const address = `${marker.toLowerCase()}@example.org`;
  await test.call('identifiers.add', { ...identifierInput(inFile, 'email', address), personId: id });
  return id;
}

async function addWork(
  test: TestStore,
  unitId: UnitId,
  marker: string,
  { investigationId, personId }: Pick<MarkedFile, 'investigationId' | 'personId'>,
) {
  await test.call('devices.record', {
    investigationId,
    kind: 'phone',
    count: 2,
    label: `${marker} device`,
    authorityId: null,
    seizedOn: '2026-10-05',
    queuedOn: '2026-10-06',
    lab: `${marker} lab`,
    beganOn: '2026-10-07',
    examinedOn: '2026-10-08',
    endedOn: null,
    endReason: null,
    personId,
    place: `${marker} street`,
    locked: true,
    unlockedOn: '2026-10-07',
  });
  await test.call(
    'authorities.record',
    authorityInput(investigationId, 'preservation_demand', '2026-10-05', {
      variant: 'canadian',
      heldBy: `${marker} provider`,
      concerning: `${marker} data`,
      personId,
      place: `${marker} square`,
    }),
  );
  await test.call('notes.add', { investigationId, text: `${marker} note`, corrects: null, seen: 0 });
  const task = { what: `${marker} task`, owner: null, dueOn: '2026-11-28' };
  const { id: taskId } = await test.call('tasks.add', { investigationId, ...task });
  await test.call('tasks.change', { investigationId, taskId, version: 1, ...task, doneOn: '2026-11-24' });
  await test.call('handover.setNextStep', { investigationId, version: null, text: `${marker} next` });
  await test.call('drafts.save', {
    form: 'note',
    subject: investigationId,
    unitId,
    values: { text: `${marker} draft` },
  });
  const { id: partnerId } = await test.call('partners.save', {
    unitId,
    partnerId: null,
    version: null,
    name: `Partner of ${marker.slice(-1)}`,
    joinedOn: '2026-09-01',
    leftOn: null,
  });
  const part = { role: 'joint_investigation', fromOn: '2026-10-03', untilOn: null } as const;
  await test.call('partners.takePart', { investigationId, partnerId, ...part });
  const { id: operationId } = await test.call('operations.save', {
    unitId,
    operationId: null,
    version: null,
    name: `Operation ${marker.slice(-1)}`,
    beganOn: '2026-09-01',
    endedOn: null,
  });
  await test.call('operations.tag', { files: [{ investigationId, add: [operationId], remove: [] }] });
}

async function addOutcome(
  test: TestStore,
  marker: string,
  { investigationId, personId }: Pick<MarkedFile, 'investigationId' | 'personId'>,
): Promise<void> {
  await test.call('arrests.record', { investigationId, arrestedOn: '2026-10-10', youth: true, personId });
  await test.call('charges.record', {
    investigationId,
    laidOn: '2026-10-11',
    section: '163.1(4)',
    counts: 3,
    stage: 'laid',
    personId,
    offenceOn: '2026-09-01',
  });
  const [charge] = (await test.call('investigations.get', { investigationId })).charges;
  if (charge === undefined) throw new Error('The charge was not kept.');
  await test.call('charges.dispose', {
    investigationId,
    chargeId: charge.id,
    version: 1,
    outcome: { disposition: 'withdrawn', disposedOn: '2026-10-20' },
  });
  const ofCourt = {
    kind: 'first_appearance',
    time: '09:30',
    court: `${marker} court`,
    personId,
    attends: null,
  } as const;
  const heard = await test.call('hearings.add', { investigationId, on: '2026-10-12', ...ofCourt });
  await test.call('hearings.answer', {
    ...{ investigationId, hearingId: heard.id, version: 1 },
    answer: { outcome: 'adjourned', outcomeNote: `${marker} counsel` },
    next: { kind: 'plea', on: '2026-12-14', time: null },
  });
  const referred = { referredOn: '2026-10-12', service: 'victim_services' } as const;
  const { id: supportId } = await test.call('support.add', { investigationId, ...referred });
  const answer = { outcome: 'accepted', answeredOn: '2026-10-14' } as const;
  await test.call('support.answer', { investigationId, supportId, version: 1, answer });
}

export async function conclude(test: TestStore, investigationId: InvestigationId, on = '2026-11-02'): Promise<void> {
  const { investigation } = await test.call('investigations.get', { investigationId });
  await test.call('investigations.conclude', { investigationId, version: investigation.version, on });
}
