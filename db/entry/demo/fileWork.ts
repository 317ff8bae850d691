import type { DeviceKind } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { DeviceFacts } from '#contract/casework/devices';
import type { UnitId, UserId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { must } from '../../ground/kernel/assert.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { chanceOf, type Chance } from './chance.ts';
import { seed } from './names.ts';
import { recordPapers } from './papers.ts';
import type { Builder } from './session.ts';

type File = Output<'investigations.list'>['rows'][number];

/** Each joined in a year so long before. */
const services: readonly { readonly name: string; readonly joined: readonly [number, string] }[] = [
  { name: 'Police de Sablerive (fictive)', joined: [-7, '06-03'] },
  { name: 'Sûreté de Clairmarais (fictive)', joined: [-4, '02-14'] },
  { name: 'Service de police de Havrelac (fictif)', joined: [-1, '09-08'] },
];

const toDo = [
  { what: 'Relancer le fournisseur (fictif) / Follow up with the provider (fictitious)', dueIn: 4 },
  { what: 'Préparer la demande d’ordonnance / Prepare the application for an order', dueIn: 12 },
  { what: 'Rencontrer la Couronne / Meet the Crown', dueIn: 0 },
  { what: 'Confirmer l’adresse / Confirm the address', dueIn: null },
] as const;

const written = [
  'Appel au fournisseur, réponse promise cette semaine. / Provider called, answer promised this week.',
  'Adresse vérifiée au registre. / Address checked in the register.',
  'Rencontre avec la Couronne prévue. / Meeting with the Crown planned.',
] as const;

const kinds = [
  ['phone', 40],
  ['computer', 26],
  ['storage', 22],
  ['tablet', 9],
  ['console', 3],
] as const satisfies readonly (readonly [DeviceKind, number])[];

/** Some of a team's files that somebody works on, the newest first, open ones or all. */
async function filesOf(builder: Builder, unitId: UnitId, openOnly: boolean): Promise<readonly File[]> {
  const { rows } = await builder.call('investigations.list', {
    filter: { unitId, openOnly },
    sort: { column: 'openedOn', descending: true },
    from: { at: 'start' },
    size: 500,
  });
  return rows.filter(({ lead }) => lead !== null);
}

const notAfter = (day: CivilDate, limit: CivilDate): CivilDate => (day < limit ? day : limit);

/** Seized some weeks after the opening; examined before the file ended, or within months, or not yet. */
function deviceOf(file: File, chance: Chance, lastDay: CivilDate): DeviceFacts {
  const end = file.concludedOn ?? lastDay;
  const seizedOn = notAfter(addDays(file.openedOn, chance.whole(8, 70)), end);
  const queuedOn = notAfter(addDays(seizedOn, chance.whole(1, 9)), end);
  const examined = addDays(queuedOn, chance.whole(20, 190));
  const isExamined = file.concludedOn !== null || examined <= lastDay;
  const kind = chance.weighted(kinds);
  const examinedOn = isExamined ? notAfter(examined, end) : null;
  // No chance of their own: it would change every figure after them.
  const locked = kind === 'computer' ? null : kind === 'phone' || kind === 'tablet';
  return {
    kind,
    count: chance.whole(1, 4),
    label: `${file.number}-${String(chance.whole(1, 9))}`,
    authorityId: null,
    seizedOn,
    queuedOn,
    lab: chance.yes(0.6) ? 'Laboratoire fictif / Fictitious laboratory' : null,
    beganOn: null,
    examinedOn,
    endedOn: file.concludedOn,
    endReason: file.concludedOn === null ? null : chance.yes(0.7) ? 'returned' : 'forfeited',
    personId: null,
    place: null,
    locked,
    unlockedOn: locked === true ? examinedOn : null,
  };
}

/** Of so many files of a team, it is known from whom the devices are. */
const mostLinked = 12;

async function linkedIn(builder: Builder, file: File): Promise<Pick<DeviceFacts, 'personId' | 'place'>> {
  const { persons } = await builder.call('persons.list', { file: { kind: 'investigation', id: file.id } });
  return {
    personId: persons.find(({ role, from }) => role === 'subject' && from === null)?.id ?? null,
    place: '100, rue Fictive',
  };
}

async function recordDevices(builder: Builder, unitId: UnitId, chance: Chance): Promise<void> {
  const { lastDay } = builder.days;
  let linked = 0;
  for (const file of await filesOf(builder, unitId, false)) {
    if (daysBetween(file.openedOn, lastDay) < 90 || !chance.yes(0.16)) continue;
    const facts = deviceOf(file, chance, lastDay);
    const link = linked < mostLinked ? await linkedIn(builder, file) : {};
    linked += 1;
    await builder.call('devices.record', { investigationId: file.id, ...facts, ...link });
  }
}

/** The register of the team, and what an operation gathers: the services take part in its files. */
async function recordOperation(builder: Builder, unitId: UnitId, files: readonly File[]): Promise<void> {
  const partnerIds = [];
  for (const { name, joined } of services) {
    const made = { unitId, partnerId: null, version: null, name, leftOn: null };
    const { id } = await builder.call('partners.save', { ...made, joinedOn: builder.days.inYear(...joined) });
    partnerIds.push(id);
  }
  const [partnerId] = partnerIds;
  const { id } = await builder.call('operations.save', {
    unitId,
    operationId: null,
    version: null,
    name: 'Boréal (fictif)',
    beganOn: builder.days.inYear(0, '04-01'),
    endedOn: null,
  });
  for (const file of files.slice(0, 5)) {
    await builder.call('operations.tag', { files: [{ investigationId: file.id, add: [id], remove: [] }] });
    await builder.call('partners.takePart', {
      investigationId: file.id,
      partnerId: must(partnerId, 'the register has services'),
      role: 'joint_investigation',
      fromOn: file.openedOn,
      untilOn: null,
    });
  }
}

async function recordDay(builder: Builder, files: readonly File[], officer: UserId): Promise<void> {
  for (const [index, file] of files.slice(0, toDo.length).entries()) {
    const investigationId = file.id;
    const { what, dueIn } = toDo[index] ?? toDo[0];
    const dueOn = dueIn === null ? null : addDays(builder.days.lastDay, dueIn);
    await builder.call('tasks.add', { investigationId, what, dueOn, owner: index === 0 ? officer : null });
    for (const [seen, text] of written.slice(0, 1 + (index % written.length)).entries())
      await builder.call('notes.add', { investigationId, text, corrects: null, seen });
    await builder.call('handover.setNextStep', { investigationId, version: null, text: what });
  }
}

/** What a team does in its files from day to day, and a file on its way to the next team. */
export async function recordFileWork(
  builder: Builder,
  unitIds: readonly UnitId[],
  officerIds: readonly UserId[],
): Promise<void> {
  const officer = (index: number) => must(officerIds[index], 'the service has officers');
  const leaving = officer(1);
  const { lastDay } = builder.days;
  const days = { fromOn: addDays(lastDay, -4), untilOn: addDays(lastDay, 17) };
  for (const [team, unitId] of unitIds.entries()) {
    await builder.call('leave.record', { existing: null, unitId, userId: officer(2), coverId: officer(3), ...days });
    const chance = chanceOf(seed, `file work ${String(team)}`);
    await recordDevices(builder, unitId, chance);
    const open = await filesOf(builder, unitId, true);
    await recordOperation(builder, unitId, open);
    await recordDay(builder, open, leaving);
    await recordPapers(builder, unitId, leaving, open);
    const [first, second, sent] = open;
    if (!first || !second || !sent) continue;
    await builder.call('links.relate', { investigationId: first.id, otherId: second.id });
    await builder.call('transfers.propose', {
      referralId: null,
      investigationId: sent.id,
      toUnitId: unitIds[(team + 1) % unitIds.length] ?? null,
      toService: null,
      on: builder.days.lastDay,
      message: 'L’adresse est sur votre territoire. / The address is in your area.',
    });
    await builder.call('handover.describe', {
      unitId,
      userId: leaving,
      version: null,
      leavesOn: addDays(builder.days.lastDay, 28),
      trainingNotes: 'Formation du fournisseur à reprendre. / Provider’s course to be taken again.',
      documentOn: null,
    });
  }
}
