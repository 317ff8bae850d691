import { noChildIdentified } from '../../../../tests/support/danger.ts';
import { authorityInput } from '../../../../tests/support/authorities.ts';
import { identifierInput, personInput } from '../../../../tests/support/persons.ts';
import { crownFacts } from '../../../../tests/support/papers.ts';
import type { InvestigationId } from '#contract/ground/ids';
import { must, ownUnit, type Chain, type Hand } from './chain.ts';
import { reason, struck } from '../../../../tests/support/corrections.ts';

const officers = { kind: 'unit', roles: ['investigator', 'supervisor'] } as const;

async function openFile(hand: Hand): Promise<InvestigationId> {
  const file = { unitId: ownUnit(hand), openedOn: '2026-10-01', referralIds: [], lead: null };
  return (await hand.call('investigations.open', file)).id;
}

const fileOf = (id: InvestigationId) => ({ kind: 'investigation', id }) as const;

const persons: Chain = {
  ...officers,
  reaches: [
    'persons.change',
    'corrections.strike',
    'corrections.restore',
    'corrections.review',
    'corrections.list',
    'identifiers.change',
    'charges.change',
    'arrests.change',
    'support.change',
    'support.answer',
  ],
  run: async (hand) => {
    const investigationId = await openFile(hand);
    const file = fileOf(investigationId);
    const facts = personInput(file, 'subject');
    const { id: personId } = await hand.call('persons.add', facts);
    const { version } = await hand.call('persons.change', { ...facts, personId, version: 1, name: 'A name' });
    const email = identifierInput(file, 'email', 'a@example.org', { obtained: 'volunteered' });
    const { id: identifierId } = await hand.call('identifiers.add', email);
    const changed = await hand.call('identifiers.change', { ...email, identifierId, version: 1 });
    await hand.call('corrections.strike', struck(file, 'identifier', identifierId, changed.version));
    const arrested = { investigationId, arrestedOn: '2026-10-10', youth: false, personId } as const;
    await hand.call('arrests.record', arrested);
    const arrest = must((await hand.call('investigations.get', { investigationId })).arrests[0]);
    const nobody = { arrestId: arrest.id, version: arrest.version, youth: false, personId: null };
    await hand.call('arrests.change', { investigationId, ...nobody, reason });
    const { id: correctionId } = await hand.call('corrections.strike', struck(file, 'person', personId, version));
    await hand.call('corrections.restore', { file, correctionId, reason });
    const arrestedOn = '2026-10-09';
    await hand.call('arrests.change', {
      investigationId,
      arrestId: arrest.id,
      version: arrest.version + 1,
      arrestedOn,
      reason,
    });
    const { corrections } = await hand.call('corrections.list', { file });
    const due = must(corrections.find(({ reviewDueAt }) => reviewDueAt !== null));
    await hand.call('corrections.review', { file, correctionId: due.id, version: due.version, note: reason });
    const referred = { investigationId, referredOn: '2026-10-10', service: 'victim_services' } as const;
    const { id: supportId } = await hand.call('support.add', referred);
    await hand.call('support.change', { ...referred, supportId, version: 1, service: 'school', reason });
    const answer = { outcome: 'accepted', answeredOn: '2026-10-12' } as const;
    await hand.call('support.answer', { investigationId, supportId, version: 2, answer });
  },
};

const charges: Chain = {
  ...officers,
  reaches: ['offences.add', 'charges.advance', 'delays.deduct', 'delays.remove', 'clearance.record'],
  run: async (hand) => {
    const investigationId = await openFile(hand);
    const { offences } = await hand.call('offences.catalogue', {});
    const valid = must(offences.find(({ validFrom, validTo }) => validTo === null && (validFrom ?? '') < '2026'));
    const days = { firstOn: '2026-09-01', lastOn: '2026-09-02' } as const;
    const offence = { investigationId, offence: valid.code, ...days, attempted: false };
    const { id: offenceId } = await hand.call('offences.add', offence);
    const status = { founded: true, reason: 'charged', on: '2026-11-02' } as const;
    await hand.call('clearance.record', { investigationId, version: null, status });
    await hand.call('corrections.strike', struck(fileOf(investigationId), 'offence', offenceId));
    const recommended = { laidOn: '2026-10-11', section: '163.1(4)', counts: 1, stage: 'recommended' } as const;
    await hand.call('charges.record', { investigationId, ...recommended, personId: null, offenceOn: null });
    const charge = must((await hand.call('investigations.get', { investigationId })).charges[0]);
    const laid = { stage: 'laid', on: '2026-10-12' } as const;
    await hand.call('charges.advance', { investigationId, chargeId: charge.id, version: charge.version, ...laid });
    const court = authorityInput(investigationId, 'court_proceedings', '2026-10-13', { variant: 'provincial' });
    const { id: authorityId } = await hand.call('authorities.record', court);
    const deduction = { investigationId, authorityId, cause: 'defence', days: 10, note: null } as const;
    const { id: deductionId } = await hand.call('delays.deduct', deduction);
    await hand.call('delays.remove', { investigationId, deductionId, version: 1 });
  },
};

const dates: Chain = {
  ...officers,
  reaches: ['authorities.change', 'clocks.override', 'handover.setNextStep'],
  run: async (hand) => {
    const investigationId = await openFile(hand);
    const facts = authorityInput(investigationId, 'production_order_general', '2026-10-05', { heldBy: 'Provider X' });
    const { id: authorityId } = await hand.call('authorities.record', facts);
    const { investigationId: _, kind: __, variant: ___, underId: ____, ...rest } = facts;
    const changed = { ...rest, investigationId, authorityId, version: 1, dueOn: '2026-12-05' } as const;
    const { version } = await hand.call('authorities.change', changed);
    const { authorities } = await hand.call('authorities.list', { investigationId });
    const { ruleId } = must(authorities.flatMap(({ clocks }) => clocks)[0]);
    const other = { decision: 'date', dueOn: '2027-03-01', reason: 'Order of the court' } as const;
    await hand.call('clocks.override', { investigationId, authorityId, version, ruleId, ...other });
    await hand.call('handover.setNextStep', { investigationId, text: 'Ask the provider again', version: null });
  },
};

const papers: Chain = {
  ...officers,
  reaches: ['papers.begin', 'papers.describe', 'papers.decide', 'papers.issue', 'papers.export', 'papers.discard'],
  run: async (hand) => {
    const investigationId = await openFile(hand);
    await hand.call('notes.add', { investigationId, text: 'A note', corrects: null, seen: 0 });
    const facts = { ...crownFacts, reference: 'D-2' };
    const begun = { ...facts, investigationId, kind: 'crown', supplements: null } as const;
    const first = await hand.call('papers.begin', begun);
    await hand.call('papers.discard', { investigationId, paperId: first.id, version: 1 });
    const { id: paperId } = await hand.call('papers.begin', begun);
    await hand.call('papers.describe', { ...facts, investigationId, paperId, version: 1 });
    const seen = await hand.call('papers.get', { investigationId, paperId });
    await hand.call('papers.decide', {
      ...{ investigationId, paperId, version: seen.paper.version },
      records: seen.records.map(({ id, digest }) => ({ id, digest })),
      decision: { way: 'include', ground: null, remark: null, fields: [], spans: [] },
    });
    const { paper, contents } = await hand.call('papers.get', { investigationId, paperId });
    const issue = { version: paper.version, contents, on: '2026-11-24' } as const;
    await hand.call('papers.issue', { investigationId, paperId, ...issue, folder: hand.outbox() });
    await hand.call('papers.export', { investigationId, paperId, folder: hand.outbox() });
  },
};

const transfers: Chain = {
  ...officers,
  reaches: ['transfers.propose', 'transfers.withdraw', 'links.relate', 'links.unrelate', 'links.unlinkReferral'],
  run: async (hand) => {
    const investigationId = await openFile(hand);
    const otherId = await openFile(hand);
    await hand.call('links.relate', { investigationId, otherId });
    await hand.call('links.unrelate', { investigationId, otherId });
    const logged = { unitId: ownUnit(hand), source: 'public', receivedOn: '2026-11-03' } as const;
    const { id: referralId } = await hand.call('referrals.log', logged);
    await hand.call('links.linkReferral', { investigationId, referralId, on: '2026-11-04' });
    await hand.call('links.unlinkReferral', { investigationId, referralId, on: '2026-11-05' });
    const to = { toUnitId: null, toService: 'A service', message: null } as const;
    const proposed = { investigationId, referralId: null, ...to, on: '2026-11-10' } as const;
    const { id: transferId } = await hand.call('transfers.propose', proposed);
    await hand.call('transfers.withdraw', { transferId, version: 1, on: '2026-11-11' });
  },
};

const triage: Chain = {
  ...officers,
  reaches: ['referrals.decideDanger', 'referrals.move'],
  run: async (hand) => {
    const logged = { unitId: ownUnit(hand), source: 'public', receivedOn: '2026-11-03' } as const;
    const { id: referralId } = await hand.call('referrals.log', logged);
    await hand.call('referrals.decideDanger', noChildIdentified(referralId));
    const { version } = (await hand.call('referrals.get', { referralId })).referral;
    await hand.call('referrals.move', { referralId, version, to: 'information_only', on: '2026-11-04' });
  },
};

const sealing: Chain = {
  kind: 'unit',
  roles: ['supervisor'],
  reaches: ['seals.sealPerson', 'tallies.setPolicy', 'tallies.save', 'clockSettings.setParameter'],
  run: async (hand) => {
    const file = fileOf(await openFile(hand));
    const { id: personId } = await hand.call('persons.add', personInput(file, 'subject', { name: 'Sealed One' }));
    const act = { basis: 'court_order', reference: null, reason: 'Order', authorityId: null } as const;
    await hand.call('seals.sealPerson', { ...act, file, personId });
    const unitId = ownUnit(hand);
    const quarter = { fiscalYear: 2026, quarter: 3 } as const;
    const { policy } = await hand.call('tallies.get', { unitId, quarter });
    const enabled = { version: policy?.version ?? null, enabled: true, authority: 'Policy', decidedOn: '2026-10-01' };
    await hand.call('tallies.setPolicy', { unitId, ...enabled });
    const tally = { lens: 'indigenous', category: 'inuit', method: 'self_identified', count: 1 } as const;
    await hand.call('tallies.save', { unitId, quarter, tallies: [tally] });
    const { parameters } = await hand.call('clockSettings.get', {});
    const { code } = must(parameters[0]);
    await hand.call('clockSettings.setParameter', { code, validFrom: '2026-11-01', value: 30 });
  },
};

const handovers: Chain = {
  kind: 'unit',
  roles: ['supervisor'],
  reaches: ['handover.reassign', 'handover.undo'],
  run: async (hand) => {
    const unitId = ownUnit(hand);
    const { users } = await hand.call('users.directory', {});
    const [from, to] = [must(users[0]).id, must(users.at(-1)).id];
    const file = { unitId, openedOn: '2026-10-01', referralIds: [], lead: from } as const;
    const { id } = await hand.call('investigations.open', { ...file, referralIds: [] });
    const given = {
      unitId,
      from,
      to,
      on: '2026-11-20',
      investigationIds: [id],
      referralIds: [],
      taskIds: [],
      hearingIds: [],
    };
    const { id: reassignmentId } = await hand.call('handover.reassign', given);
    await hand.call('handover.undo', { unitId, reassignmentId });
  },
};

export const fileChains: readonly Chain[] = [
  ...[persons, charges, dates, papers],
  ...[transfers, triage, sealing, handovers],
];
