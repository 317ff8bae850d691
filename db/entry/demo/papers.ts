import type { CaseFile, PaperId, UnitId, UserId } from '#contract/ground/ids';
import type { Input, Output } from '#contract/index';
import type { PaperDecision, PaperRecord } from '#contract/custody/disclosure';
import { addDays } from '../../ground/kernel/days.ts';
import type { Builder } from './session.ts';

type File = Output<'investigations.list'>['rows'][number];

const facts = { supplements: null, languages: 'both', namesIncluded: false, requesterId: null } as const;

/** So many days ago each was asked for, of a file that was open by then. */
const packAsked = 12;
const extractAsked = 5;

async function begin(
  builder: Builder,
  { id: investigationId }: File,
  given: Omit<Input<'papers.begin'>, 'investigationId' | keyof typeof facts> & Partial<Input<'papers.begin'>>,
): Promise<PaperId> {
  return (await builder.call('papers.begin', { ...facts, ...given, investigationId })).id;
}

async function decide(
  builder: Builder,
  { id: investigationId }: File,
  paperId: PaperId,
  chooses: (record: PaperRecord) => boolean,
  decision: Pick<PaperDecision, 'way' | 'ground' | 'remark'>,
): Promise<void> {
  const { paper, records } = await builder.call('papers.get', { investigationId, paperId });
  await builder.call('papers.decide', {
    investigationId,
    paperId,
    version: paper.version,
    records: records.filter(chooses).map(({ id, digest }) => ({ id, digest })),
    decision: { ...decision, fields: [], spans: [] },
  });
}

/** A pack for the Crown: tasks are left out, a note is given whole, everything else as it is by default. */
async function preparePack(builder: Builder, file: File): Promise<void> {
  const investigationId = file.id;
  const { notes } = await builder.call('notes.list', { investigationId });
  await builder.call('notes.add', {
    investigationId,
    corrects: null,
    seen: notes.length,
    text: 'Dossier revu avec la Couronne. / File reviewed with the Crown.',
  });
  await builder.call('tasks.add', {
    investigationId,
    owner: null,
    dueOn: addDays(builder.days.lastDay, 9),
    what: 'Classer les copies de travail / File the working copies',
  });
  const paperId = await begin(builder, file, {
    kind: 'crown',
    recipient: 'Bureau de la Couronne de Sablerive (fictif) / Crown office (fictitious)',
    reference: `D-${builder.days.lastDay.slice(0, 4)}-014 (fictif)`,
    requestedOn: addDays(builder.days.lastDay, -packAsked),
  });
  await decide(builder, file, paperId, ({ section }) => section === 'tasks', {
    way: 'leave_out',
    ground: 'not_relevant',
    remark: 'Suivi interne (fictif) / Follow-up within the unit (fictitious)',
  });
  await decide(builder, file, paperId, ({ section }) => section === 'notes', {
    way: 'include',
    ground: null,
    remark: null,
  });
}

/** An extract for someone of the file who asks for what is recorded about them. */
async function prepareExtract(builder: Builder, file: File): Promise<void> {
  const own: CaseFile = { kind: 'investigation', id: file.id };
  const { id: requesterId } = await builder.call('persons.add', {
    file: own,
    role: 'complainant',
    name: 'Camille Fictive',
    ageBand: '18_plus',
    gender: 'not_asked',
    birthDate: null,
    identifiedOn: null,
    safeguardedOn: null,
    safeguardedBy: null,
  });
  const paperId = await begin(builder, file, {
    kind: 'access',
    recipient: 'Camille Fictive',
    reference: `A-${builder.days.lastDay.slice(0, 4)}-003 (fictif)`,
    requestedOn: addDays(builder.days.lastDay, -extractAsked),
    requesterId,
  });
  await decide(builder, file, paperId, ({ section }) => section === 'referrals', {
    way: 'leave_out',
    ground: 'ongoing_investigation',
    remark: null,
  });
}

/**
 * A disclosure pack and an access extract of each team, in preparation, in files of the officer who leaves. None is issued: a paper
 * that was sent is printed, and the demonstration is also made where nothing can print.
 */
export async function recordPapers(
  builder: Builder,
  unitId: UnitId,
  officer: UserId,
  files: readonly File[],
): Promise<void> {
  const openBy = addDays(builder.days.lastDay, -packAsked);
  const [ofPack, ofExtract] = files.filter(
    (file) => file.unitId === unitId && file.lead === officer && !file.proactive && file.openedOn <= openBy,
  );
  if (ofPack) await preparePack(builder, ofPack);
  if (ofExtract) await prepareExtract(builder, ofExtract);
}
