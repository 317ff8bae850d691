import type { AuthorityId, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import type { Input, Output } from '#contract/index';
import { recordHearings } from './hearings.ts';
import { must } from '../../ground/kernel/assert.ts';
import { addMonths, firstDayOf, monthOf, type CivilDate } from '#contract/ground/dates';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import type { Builder } from './session.ts';

type Given = Partial<Omit<Input<'authorities.record'>, 'investigationId' | 'kind' | 'startedOn' | 'underId'>>;

/** One authority of a file, in days from the demonstration's last one; its children follow. */
interface Told {
  readonly kind: string;
  /** Days before the last day. */
  readonly ago: number;
  /** The date that the document bears, in days after the last day. */
  readonly dueIn?: number;
  readonly doneAgo?: number;
  readonly given?: Given;
  readonly then?: readonly Told[];
}

const provider = { heldBy: 'Réseau Fictif inc. (fictif / fictitious)' };
const account = { ...provider, concerning: '(Fictif / Fictitious) Un compte, 30 jours. / One account, 30 days.' };
const person = {
  heldBy: 'Personne fictive / Fictitious person',
  concerning: '(Fictif / Fictitious) Un téléphone, un disque. / One telephone, one drive.',
};
const warrant = (ago: number, then: readonly Told[]): Told => ({
  kind: 'search_warrant',
  ago,
  dueIn: -ago + 7,
  doneAgo: ago - 2,
  then,
});

/** One file each: some dates are past, some near, some far, some met. */
const files: readonly Told[] = [
  { kind: 'preservation_demand', ago: 17, given: { variant: 'canadian', ...account } },
  { kind: 'preservation_demand', ago: 19, given: { variant: 'canadian', ...account } },
  { kind: 'preservation_demand', ago: 40, given: { variant: 'foreign', ...account } },
  { kind: 'preservation_order', ago: 75, given: account },
  { kind: 'keep_account_order', ago: 30, given: { variant: 'first', ...account } },
  { kind: 'production_order_general', ago: 12, dueIn: 9, given: account },
  { kind: 'production_order_transmission', ago: 34, dueIn: -3, given: account },
  { kind: 'mandatory_report', ago: 15, given: account },
  { kind: 'search_warrant', ago: 3, dueIn: 5 },
  warrant(12, [{ kind: 'seizure', ago: 10, given: person }]),
  warrant(88, [{ kind: 'seizure', ago: 86, doneAgo: 80, given: person }]),
  warrant(83, [{ kind: 'seizure', ago: 81, doneAgo: 75, given: person }]),
  warrant(96, [
    {
      kind: 'seizure',
      ago: 94,
      doneAgo: 90,
      given: person,
      then: [{ kind: 'detention_application', ago: 6, dueIn: 8 }],
    },
  ]),
  warrant(202, [
    {
      kind: 'seizure',
      ago: 200,
      doneAgo: 195,
      given: person,
      then: [{ kind: 'detention_order', ago: 115, dueIn: 27, given: { variant: 'justice' } }],
    },
  ]),
];

/** Charges laid at most so long before the last day, with what of the delay is not counted. */
const proceedings: readonly { months: number; given: Given; deducted?: number }[] = [
  { months: 17, given: { variant: 'provincial' } },
  { months: 19, given: { variant: 'provincial' }, deducted: 62 },
  { months: 9, given: { variant: 'superior' } },
];

const nothing = {
  reference: null,
  heldBy: null,
  concerning: null,
  servedOn: null,
  dueOn: null,
  doneOn: null,
  endedOn: null,
  endReason: null,
  personId: null,
  place: null,
  variant: null,
} as const;

/** No two teams act on the same days. */
const laterBy = [0, 2, -1] as const;

interface Place {
  readonly investigationId: InvestigationId;
  /** The last day of the demonstration, moved by some days for the team. */
  readonly from: CivilDate;
  readonly underId: AuthorityId | null;
  /** The subject of the file. */
  readonly personId: PersonId | null;
}

async function placeIn(builder: Builder, investigationId: InvestigationId, from: CivilDate): Promise<Place> {
  const { persons } = await builder.call('persons.list', { file: { kind: 'investigation', id: investigationId } });
  return {
    investigationId,
    from,
    underId: null,
    personId: persons.find(({ role, from }) => role === 'subject' && from === null)?.id ?? null,
  };
}

async function tell(builder: Builder, place: Place, told: Told): Promise<AuthorityId> {
  const { kind, ago, dueIn, doneAgo, given, then = [] } = told;
  const { investigationId, from, underId, personId } = place;
  const isOfPlace = kind === 'search_warrant' || kind === 'seizure';
  const { id } = await builder.call('authorities.record', {
    ...nothing,
    ...given,
    ...(isOfPlace && { personId, place: '100, rue Fictive' }),
    investigationId,
    kind,
    underId,
    startedOn: addDays(from, -ago),
    dueOn: dueIn === undefined ? null : addDays(from, dueIn),
    doneOn: doneAgo === undefined ? null : addDays(from, -doneAgo),
  });
  for (const each of then) await tell(builder, { ...place, underId: id }, each);
  return id;
}

type File = Output<'investigations.list'>['rows'][number];

/** Open files in a state of waiting, the newest first, or those at court by the day of their charges. */
async function openFiles(builder: Builder, unitId: UnitId, waiting: 'active' | 'crown_or_court'): Promise<File[]> {
  const { rows } = await builder.call('investigations.list', {
    filter: { unitId, openOnly: true, waiting },
    sort: { column: waiting === 'active' ? 'openedOn' : 'waitingSince', descending: waiting === 'active' },
    from: { at: 'start' },
    size: 500,
  });
  return [...rows];
}

/** Takes a file once. */
function take(rows: File[], isWanted: (row: File) => boolean): File {
  const file = must(rows.find(isWanted), 'every team has files of every age');
  rows.splice(rows.indexOf(file), 1);
  return file;
}

/** Takes the first file whose charges were laid on the day or since: the delay counts from the first of them. */
async function takeChargedFrom(builder: Builder, rows: File[], day: CivilDate) {
  for (;;) {
    const { id } = take(rows, ({ waitingSince }) => waitingSince >= day);
    const { charges } = await builder.call('investigations.get', { investigationId: id });
    const [laidOn] = charges.flatMap((each) => (each.stage === 'laid' ? [each.laidOn] : [])).toSorted();
    if (laidOn !== undefined) return { id, laidOn };
  }
}

/** What a supervisor has set, and the authorities of some files of each team. */
export async function recordAuthorities(builder: Builder, unitIds: readonly UnitId[]): Promise<void> {
  const { lastDay } = builder.days;
  const year = Number(lastDay.slice(0, 4));
  await builder.call('clockSettings.setParameter', {
    code: 'report_to_justice_days',
    validFrom: firstDayOf(addMonths(monthOf(lastDay), -10)),
    value: 14,
  });
  await builder.call('clockSettings.setClosedDays', {
    days: [`${String(year)}-12-25`, `${String(year + 1)}-01-01`] as CivilDate[],
  });
  for (const [team, unitId] of unitIds.entries()) {
    const from = addDays(lastDay, -(laterBy[team] ?? 0));
    const rows = await openFiles(builder, unitId, 'active');
    for (const told of files) {
      const { id } = take(rows, ({ openedOn }) => openedOn <= addDays(from, -told.ago));
      await tell(builder, await placeIn(builder, id, from), told);
    }
    const atCourt = await openFiles(builder, unitId, 'crown_or_court');
    for (const [index, { months, given, deducted }] of proceedings.entries()) {
      const { id, laidOn } = await takeChargedFrom(builder, atCourt, addDays(from, -months * 30));
      const place = { investigationId: id, from, underId: null, personId: null };
      const ago = daysBetween(laidOn, from);
      await recordHearings(builder, { investigationId: id, chargedOn: laidOn, index });
      const authorityId = await tell(builder, place, { kind: 'court_proceedings', ago, given });
      if (deducted !== undefined)
        await builder.call('delays.deduct', {
          investigationId: id,
          authorityId,
          cause: 'defence',
          days: deducted,
          note: 'Adjournment asked for by the defence · Remise demandée par la défense',
        });
    }
  }
}
