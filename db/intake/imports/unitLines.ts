import type { PassedOver } from '#contract/intake/imports';
import { fold } from './aliases.ts';
import { propose, type KnownUnit } from './proposals.ts';

/** What a line of a group begins with where no unit has its name: its rows are not to fall to the group before. */
const unitWord =
  /^(?:unite|unit|equipe|team|section|poste|detachement|detachment|det|division|secteur|groupe|group|escouade|squad|brigade|district)\b/;
const mostWords = 6;

/** The name without a count of rows in brackets or a colon after it. */
const nameIn = (cell: string): string =>
  cell
    .replace(/\s*[([]\s*\d+[^)\]]*[)\]]\s*$/u, '')
    .replace(/\s*:\s*$/u, '')
    .trim();

/** The unit that a line between the rows names for the rows below it; null where it is another note. */
export function unitOnLine(
  cells: readonly string[],
  why: PassedOver | null,
  isUnit: (name: string) => boolean,
): string | null {
  if (why !== 'note_line') return null;
  return cells.map(nameIn).find((name) => name !== '' && isUnit(name)) ?? null;
}

/** Before a person has said what the texts mean: a name that is known here, or one that says that it is a unit's. */
export function seemsUnit(units: readonly KnownUnit[]): (name: string) => boolean {
  return (name) => {
    const folded = fold(name);
    if (folded.split(' ').length > mostWords || folded === '') return false;
    return unitWord.test(folded) || propose('unitCode', name, units).code !== null;
  };
}
