import type { Bilingual } from '#contract/ground/common';
import { both } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { notRecorded } from '#contract/words/common';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { terms } from '#contract/words/terms';
import type { RunningClock } from '#contract/casework/authorities';
import { instantText } from '#contract/casework/listCells';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { Language } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { paperPage, paragraph } from '../../documents/page/page.ts';
import { codeColumn, paperTable, textColumn } from '../../documents/page/table.ts';

const words = {
  title: both('Deadlines for the next shift', 'Échéances du prochain quart'),
  danger: both('Danger', 'Danger'),
  topBand: both(
    `${fields.riskBand.en}: ${codeWords.riskBand.imminent.en}`,
    `${fields.riskBand.fr} : ${codeWords.riskBand.imminent.fr}`,
  ),
  undecided: both('To be decided', 'À décider'),
  reported: both('Recorded', 'Inscrit'),
  missing: notRecorded,
  silent: both(
    'Vigie cannot alert while it is locked. Details of each referral are in Vigie only.',
    'Vigie n’avertit pas lorsqu’elle est verrouillée. Le détail de chaque signalement n’est que dans Vigie.',
  ),
};

interface ShiftPaper {
  readonly language: Language;
  readonly marking: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly clocks: readonly RunningClock[];
  readonly unitCode: (id: string) => string;
  readonly person: (id: string) => string;
}

/** A top band alone does not say that a child was found to be in danger. */
function dangerOf({ inDanger, what }: RunningClock): Bilingual {
  if (inDanger) return codeWords.dueKind.danger;
  return what === 'decision' ? words.undecided : words.topBand;
}

/** One page for the next shift: the deadlines in hours that are running, when each ends and the person assigned. It has no text of a case. */
export function shiftPaper({ language, marking, by, now, clocks, unitCode, person }: ShiftPaper): PrintedPage {
  const { say } = language;
  const columns = [
    textColumn(fields.deadlines),
    codeColumn(fields.number),
    textColumn(headings.unit),
    textColumn(fields.subject),
    textColumn(words.danger),
    textColumn(fields.owner),
    textColumn(terms.childProtectionReport),
  ];
  const rows = clocks.map((clock) => [
    clock.dueAt < now ? `${instantText(clock.dueAt)} · ${say(codeWords.urgency.overdue)}` : instantText(clock.dueAt),
    clock.number,
    unitCode(clock.unitId),
    say(codeWords.dueKind[clock.what]),
    say(dangerOf(clock)),
    clock.assignedTo === null ? say(codeWords.waitingState.unassigned) : person(clock.assignedTo),
    clock.what === 'decision' ? '' : say(clock.isReported ? words.reported : words.missing),
  ]);
  const body = [paragraph(say(words.silent)), paperTable(language, { caption: say(words.title), columns, rows })];
  const made = `${say(fields.madeOn)} ${instantText(now)}`;
  return paperPage({ language, title: say(words.title), marking, about: by, made, body: [markup`${body}`] });
}
