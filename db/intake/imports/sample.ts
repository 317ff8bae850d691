import { stringify } from 'csv-stringify/sync';
import type { CivilDate } from '#contract/ground/dates';
import type { ReferralSource, ReferralState } from '#contract/ground/codes';
import { both } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { csvLines } from '../../documents/files/csv.ts';
import { languages } from '../../documents/page/language.ts';
import { addDays } from '../../ground/kernel/days.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { separatorOf } from './report.ts';
import { knownUnits } from './survey.ts';

const example = both('Fictitious example', 'Exemple fictif');

const columns = [
  fields.receivedOn,
  fields.source,
  fields.externalNumber,
  headings.unit,
  fields.priority,
  fields.summary,
  fields.state,
  fields.concludedOn,
];

/** Days ago, source, priority, state and after how many days it ended: invented. */
const rows: readonly (readonly [number, ReferralSource, string, ReferralState, number | null])[] = [
  [2, 'ncecc', '1', 'received', null],
  [3, 'cybertip', '2', 'received', null],
  [5, 'school', '', 'received', null],
  [9, 'ncecc', '3', 'received', null],
  [14, 'public', '', 'information_only', 4],
  [20, 'other_service', '2', 'transferred_out', 6],
  [33, 'ncecc', '3', 'not_viable', 21],
  [47, 'child_welfare', '2', 'concluded', 40],
  [60, 'cybertip', '3', 'concluded', 31],
  [75, 'ncecc', '', 'not_viable', 15],
];

function linesOf(locale: 'en' | 'fr', today: CivilDate, units: readonly string[]): string[][] {
  const { say } = languages[locale];
  return rows.map(([ago, source, priority, state, days], index) => {
    const received = addDays(today, -ago);
    return [
      received,
      say(codeWords.referralSource[source]),
      `EX-${String(index + 1).padStart(3, '0')}`,
      units[index % units.length] ?? '',
      priority,
      say(example),
      say(codeWords.referralState[state]),
      days === null ? '' : addDays(received, days),
    ];
  });
}

/** A small file of invented referrals in the caller's units, as a first import to try: it says nothing of the workspace but its codes. */
export const saveSample: ActionHandler<'imports.saveSample'> = async (context, { file, locale }) => {
  const units = (await knownUnits(context)).flatMap(({ names }) => names.slice(0, 1));
  const { say } = languages[locale];
  const lines = [columns.map(say), ...linesOf(locale, context.clock.today(), units)];
  await leaveWorkspace(context, {
    path: context.path(file),
    bytes: stringify(lines, { bom: true, delimiter: separatorOf(locale), ...csvLines }),
    fact: { facts: { rows: rows.length } },
  });
  return {};
};
