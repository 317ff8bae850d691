import type { HearingKind } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import { isClosed } from '../../casework/clocks/civil.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import type { Builder } from './session.ts';

interface Charged {
  readonly investigationId: InvestigationId;
  readonly chargedOn: CivilDate;
  /** Which of the team's proceedings it is. */
  readonly index: number;
}

/** The next appearance of each of the team's proceedings, so many days after the last one of the demonstration. */
const ahead: readonly { readonly kind: HearingKind; readonly inDays: number; readonly time: string | null }[] = [
  { kind: 'trial', inDays: 2, time: '09:30' },
  { kind: 'sentencing', inDays: 1, time: '14:00' },
  { kind: 'pretrial_conference', inDays: 15, time: null },
];

const court = 'Palais de justice fictif, salle 2 · Fictitious courthouse, room 2';

function courtDay(day: CivilDate): CivilDate {
  let open = day;
  while (isClosed(open, new Set())) open = addDays(open, 1);
  return open;
}

/** After the charge: a first appearance that was adjourned, a day that was vacated, and the one to come. */
export async function recordHearings(builder: Builder, { investigationId, chargedOn, index }: Charged): Promise<void> {
  const next = ahead[index % ahead.length];
  if (next === undefined) return;
  const { charges } = await builder.call('investigations.get', { investigationId });
  const personId = charges.find(({ stage }) => stage === 'laid')?.personId ?? null;
  const first = { kind: 'first_appearance' as const, on: courtDay(addDays(chargedOn, 20)), time: '09:30' };
  const place = { investigationId, court, personId, attends: null };
  const toCome = { kind: next.kind, on: courtDay(addDays(builder.days.lastDay, next.inDays)), time: next.time };
  if (daysBetween(chargedOn, builder.days.lastDay) < 120) {
    await builder.call('hearings.add', { ...place, ...toCome });
    return;
  }
  const { id: hearingId } = await builder.call('hearings.add', { ...place, ...first });
  const preliminary = { kind: 'preliminary_inquiry' as const, on: courtDay(addDays(chargedOn, 90)), time: null };
  const { nextId } = await builder.call('hearings.answer', {
    investigationId,
    hearingId,
    version: 1,
    next: preliminary,
    answer: { outcome: 'adjourned', outcomeNote: 'Disclosure to be completed · Communication à compléter' },
  });
  if (nextId === null) return;
  await builder.call('hearings.answer', {
    investigationId,
    hearingId: nextId,
    version: 1,
    answer: { outcome: 'cancelled', outcomeNote: null },
    next: toCome,
  });
}
