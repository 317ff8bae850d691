import { and, eq, inArray } from 'drizzle-orm';
import { freeText } from '#contract/ground/common';
import type { UnitId, UserId } from '#contract/ground/ids';
import { user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { fold } from '../imports/aliases.ts';
import { openWords, waitingByWord } from './aliases.ts';
import { dateOf, isBlank, lineOf, type Cells } from './cells.ts';
import type { Said } from './rules.ts';

export interface NotRead {
  readonly field: 'lead' | 'waiting';
  readonly text: string;
}

/** What a row says of a new file beside what is compared later, and what of it could not be read. */
export interface Opening {
  readonly said: Said;
  readonly notRead: readonly NotRead[];
}

export const nothingOpening: Opening = { said: {}, notRead: [] };

const memberKey = (unitId: UnitId, name: string): string => `${unitId} ${fold(name)}`;

/** By unit and folded name or login; null where two have one name. */
export type Members = ReadonlyMap<string, UserId | null>;

/** Who leads files in each unit. */
export async function membersByName(db: Pick<ReadDb, 'select'>): Promise<Members> {
  const rows = await db
    .select({ id: user.id, login: user.login, name: user.displayName, unitId: userUnit.unitId })
    .from(user)
    .innerJoin(userUnit, eq(userUnit.userId, user.id))
    .innerJoin(userRole, eq(userRole.userId, user.id))
    .where(and(eq(user.disabled, false), inArray(userRole.role, ['investigator', 'supervisor'])));
  const found = new Map<string, UserId | null>();
  for (const { id, login, name, unitId } of rows)
    for (const key of new Set([memberKey(unitId, name), memberKey(unitId, login)]))
      found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  return found;
}

/** Null where the days alone say it; undefined where the word is not known. */
function waitingIn(text: string, concludedOn: Said['concludedOn']): string | null | undefined {
  const word = fold(text);
  if (isBlank(text) || openWords.includes(word)) return null;
  if (typeof concludedOn === 'string') return null;
  return waitingByWord.get(word);
}

function nextStepOf(cells: Cells): string | null {
  const text = cells.text('nextStep').trim();
  return freeText.safeParse(text).success ? text : cells.refuse('text_too_long');
}

export function openingOf(cells: Cells, memberByName: Members, unitId: UnitId, { concludedOn }: Said): Opening {
  const notRead: NotRead[] = [];
  const [leadText, waitingText] = [cells.text('lead').trim(), cells.text('waiting').trim()];
  const lead = isBlank(leadText) ? null : memberByName.get(memberKey(unitId, leadText));
  if (lead === undefined || (lead === null && !isBlank(leadText))) notRead.push({ field: 'lead', text: leadText });
  const waiting = waitingIn(waitingText, concludedOn);
  if (waiting === undefined) notRead.push({ field: 'waiting', text: waitingText });
  const said = {
    lead,
    waiting,
    ...(waiting && { waitingSince: dateOf(cells, 'waitingSince', false), waitingOn: lineOf(cells, 'waitingOn', 120) }),
    nextStep: nextStepOf(cells),
  };
  const isGiven = ([, value]: readonly [string, unknown]): boolean => typeof value === 'string' && value !== '';
  return { said: Object.fromEntries(Object.entries(said).filter(isGiven)), notRead };
}
