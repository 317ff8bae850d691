import type { InvestigationId, PersonId, UserId } from '#contract/ground/ids';
import type { AgeBand, Gender } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { identifierKey } from '../../casework/identifiers/normalise.ts';
import { must } from '../../ground/kernel/assert.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { shippedCatalogue } from '../../casework/offences/catalogue.ts';
import { offenceOfSection } from '../../casework/offences/rules.ts';
import { chanceOf, type Chance } from './chance.ts';
import { seed } from './names.ts';
import type { Desk, Rows } from './tables.ts';

interface ToldFile {
  readonly id: InvestigationId;
  readonly number: string;
  readonly lead: UserId;
  readonly receivedOn: CivilDate;
  readonly openedOn: CivilDate;
  /** Whether anybody has worked on it yet. */
  readonly isBegun: boolean;
  readonly court: CivilDate | null;
  readonly concludedOn: CivilDate | null;
  /** The file's own, which are filled in. */
  readonly charges: Rows['charges'];
  readonly arrests: Rows['arrests'];
}

const youthBands = [
  ['16_17', 6],
  ['14_15', 2],
] as const satisfies readonly (readonly [AgeBand, number])[];
const accusedBands = [['18_plus', 92], ...youthBands] as const satisfies readonly (readonly [AgeBand, number])[];

/** An arrest says whether the person is a youth. */
function ageBandOf({ arrests: [arrest] }: ToldFile, chance: Chance): AgeBand {
  if (arrest?.youth === false) return '18_plus';
  return chance.weighted(arrest ? youthBands : accusedBands);
}

const victimBands = [
  ['0_11', 18],
  ['12_13', 30],
  ['14_15', 32],
  ['16_17', 20],
] as const satisfies readonly (readonly [AgeBand, number])[];

const genders = [
  ['woman_girl', 78],
  ['man_boy', 15],
  ['unknown', 5],
  ['non_binary', 2],
] as const;

const services = [
  ['child_protection', 45],
  ['victim_services', 40],
  ['counselling', 15],
] as const;

const agency = 'Protection de l’enfance de Norhavre (fictive)';

/**
 * Whom the file is about, what identifies them, and its state: drawn by a chance of its own, so that the months of the story do not change.
 * Names are left out, as most files of a unit have none worth keeping here.
 */
export function tellPeople(rows: Rows, file: ToldFile, desk: Desk): void {
  const chance = chanceOf(seed, `people ${file.number}`);
  const ageBand = ageBandOf(file, chance);
  const subject = addPerson(rows, file, desk, { role: 'subject', ageBand });
  if (chance.yes(0.6)) tellIdentifiers(rows, file, desk, chance, subject);
  if (file.isBegun && chance.yes(0.22)) tellVictim(rows, file, desk, chance);
  if (file.court === null) return;
  for (const arrest of file.arrests) arrest.personId = subject;
  const sections = new Set<string>();
  for (const charge of file.charges) {
    const offenceOn = addDays(file.receivedOn, -chance.whole(5, 120));
    charge.personId = subject;
    charge.offenceOn = offenceOn;
    if (!sections.has(charge.section)) tellOffence(rows, file, desk, charge.section, offenceOn);
    sections.add(charge.section);
    if (charge.stage === 'laid') tellOutcome(charge, file, chance);
  }
  const isLaid = file.charges.some((each) => each.stage === 'laid');
  const reason = isLaid ? 'charged' : 'open';
  rows.clearances.push({ investigationId: file.id, unitId: desk.unitId, founded: true, reason, on: file.court });
}

interface ToldPerson {
  readonly role: 'subject' | 'victim';
  readonly ageBand: AgeBand;
  readonly gender?: Gender;
  readonly identifiedOn?: CivilDate;
  readonly safeguardedOn?: CivilDate | null;
}

function addPerson(rows: Rows, file: ToldFile, desk: Desk, told: ToldPerson): PersonId {
  const id = desk.newId();
  rows.persons.push({
    id,
    unitId: desk.unitId,
    fileKind: 'investigation',
    fileId: file.id,
    version: 1,
    role: told.role,
    name: null,
    ageBand: told.ageBand,
    gender: told.gender ?? 'not_asked',
    birthDate: null,
    identifiedOn: told.identifiedOn ?? null,
    safeguardedOn: told.safeguardedOn ?? null,
    safeguardedBy: told.safeguardedOn == null ? null : agency,
    enteredAt: desk.now,
    enteredBy: file.lead,
  });
  return id;
}

/** Within so many days, and by the end of the file. */
function soonAfter(day: CivilDate, chance: Chance, most: number, end: CivilDate): CivilDate {
  return addDays(day, Math.min(chance.whole(1, most), daysBetween(day, end)));
}

const answers = ['accepted', 'accepted', 'declined', null] as const;

/** By turns and not by chance, which would change every figure after it; none within ten days. */
function answerTo(
  referredOn: CivilDate,
  index: number,
  lastDay: CivilDate,
): Pick<Rows['supports'][number], 'outcome' | 'answeredOn'> {
  const answeredOn = addDays(referredOn, 10);
  const outcome = answers[index % answers.length] ?? null;
  return outcome === null || answeredOn > lastDay ? {} : { outcome, answeredOn };
}

function tellVictim(rows: Rows, file: ToldFile, desk: Desk, chance: Chance): void {
  const { lastDay } = desk.days;
  const end = file.concludedOn ?? lastDay;
  const identifiedOn = soonAfter(file.openedOn, chance, 90, end);
  const safeguardedOn = chance.yes(0.7) ? soonAfter(identifiedOn, chance, 20, end) : null;
  const ageBand = chance.weighted(victimBands);
  addPerson(rows, file, desk, {
    role: 'victim',
    ageBand,
    gender: chance.weighted(genders),
    identifiedOn,
    safeguardedOn,
  });
  if (!chance.yes(0.6)) return;
  const referredOn = soonAfter(identifiedOn, chance, 30, end);
  rows.supports.push({
    id: desk.newId(),
    investigationId: file.id,
    unitId: desk.unitId,
    referredOn,
    service: chance.weighted(services),
    ...answerTo(referredOn, rows.supports.length, lastDay),
    enteredAt: desk.now,
    enteredBy: file.lead,
  });
}

/** An account and, in half of the files, an address of the ranges kept for documentation. Few enough are there for some to be shared. */
function tellIdentifiers(rows: Rows, file: ToldFile, desk: Desk, chance: Chance, personId: PersonId): void {
  const add = (kind: 'handle' | 'ip', value: string, given: object): void => {
    rows.identifiers.push({
      id: desk.newId(),
      unitId: desk.unitId,
      fileKind: 'investigation',
      fileId: file.id,
      personId,
      kind,
      value,
      identifierKey: must(identifierKey(kind, value), 'the demonstration writes readable identifiers'),
      enteredAt: desk.now,
      enteredBy: file.lead,
      ...given,
    });
  };
  add('handle', `exemple_${String(chance.whole(1, 9000))}`, { service: 'Réseau Fictif', obtained: 'volunteered' });
  if (!chance.yes(0.5)) return;
  const hour = String(chance.whole(0, 23)).padStart(2, '0');
  const seenText = `${addDays(file.receivedOn, -chance.whole(1, 20))} ${hour}:15:00Z`;
  add('ip', `203.0.113.${String(chance.whole(1, 254))}`, {
    port: chance.whole(1024, 65535),
    seenText,
    seenOffset: '+00:00',
    seenAt: Date.parse(seenText.replace(' ', 'T')),
    event: 'Login',
    obtained: 'volunteered',
  });
}

function tellOffence(rows: Rows, file: ToldFile, desk: Desk, section: string, on: CivilDate): void {
  const offence = must(
    offenceOfSection(shippedCatalogue, section),
    'the demonstration charges what the catalogue has',
  ).code;
  rows.offences.push({
    id: desk.newId(),
    investigationId: file.id,
    unitId: desk.unitId,
    offence,
    firstOn: on,
    lastOn: on,
    attempted: false,
    enteredAt: desk.now,
    enteredBy: file.lead,
  });
}

const outcomes = [
  ['guilty', 72],
  ['withdrawn', 12],
  ['stayed', 9],
  ['acquitted', 4],
  ['extrajudicial', 3],
] as const;

/** A concluded file has an outcome of each charge: it could not have been concluded otherwise. */
function tellOutcome(charge: Rows['charges'][number], file: ToldFile, chance: Chance): void {
  if (file.concludedOn === null) return;
  charge.disposition = chance.weighted(outcomes);
  charge.disposedOn = file.concludedOn;
}
