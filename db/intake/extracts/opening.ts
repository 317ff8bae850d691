import { freeText } from '#contract/ground/common';
import type { UnitId } from '#contract/ground/ids';
import { fold } from '../imports/aliases.ts';
import { memberNamed, type Members } from '../imports/members.ts';
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
  const lead = isBlank(leadText) ? null : memberNamed(memberByName, unitId, leadText);
  if (lead === null && !isBlank(leadText)) notRead.push({ field: 'lead', text: leadText });
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
