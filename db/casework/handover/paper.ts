import type { Bilingual } from '#contract/ground/common';
import type { HandoverDetail } from '#contract/casework/handover';
import type { PrintedPage } from '#contract/ground/printedPage';
import { codeWords } from '#contract/words/codes';
import { none } from '#contract/words/common';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { terms } from '#contract/words/terms';
import { heading, paperPage, paragraph } from '../../documents/page/page.ts';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import {
  codeColumn,
  paperTable,
  textColumn,
  wideColumn,
  type PaperCell,
  type PaperColumn,
} from '../../documents/page/table.ts';
import { words } from './words.ts';

export interface HandoverPaper {
  readonly language: Language;
  readonly officer: string;
  readonly unit: string;
  readonly marking: string;
  readonly detail: HandoverDetail;
}

interface Table {
  readonly title: Bilingual;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
}

function section(language: Language, { title, columns, rows }: Table): Markup {
  const caption = language.say(title);
  return markup`${heading(language, title)}${rows.length === 0 ? paragraph(language.say(none)) : paperTable(language, { caption, columns, rows })}`;
}

function papersTable(say: Language['say'], papers: HandoverDetail['papers']): Table {
  return {
    title: words.papers,
    columns: [
      codeColumn(fields.number),
      textColumn(fields.reference),
      wideColumn(fields.kind),
      textColumn(fields.recipient),
      textColumn(fields.sentOn),
    ],
    rows: papers.map((row) => [
      row.number,
      row.reference,
      say(codeWords.paperKind[row.kind]),
      row.recipient,
      row.issuedOn ?? say(codeWords.reportState.in_preparation),
    ]),
  };
}

function tables(
  { say }: Language,
  { investigations, referrals, tasks, papers, due }: HandoverDetail,
): readonly Table[] {
  return [
    {
      title: words.files,
      columns: [
        codeColumn(fields.number),
        textColumn(fields.openedOn),
        textColumn(fields.waiting),
        textColumn(fields.since),
        wideColumn(fields.nextStep),
      ],
      rows: investigations.map((file) => [
        file.number,
        file.openedOn,
        [say(codeWords.waitingState[file.waiting]), file.waitingOn ?? ''].filter((part) => part !== '').join(' - '),
        file.waitingSince,
        file.nextStep,
      ]),
    },
    {
      title: fields.deadlines,
      columns: [
        textColumn(headings.date),
        codeColumn(fields.number),
        wideColumn(fields.subject),
        textColumn(fields.urgency),
      ],
      rows: due.map((row) => [row.dueOn, row.number, say(row.name), say(codeWords.urgency[row.urgency])]),
    },
    {
      title: codeWords.paperSection.tasks,
      columns: [codeColumn(fields.number), wideColumn(fields.subject), textColumn(headings.date)],
      rows: tasks.map((row) => [row.number, row.what, row.dueOn]),
    },
    papersTable(say, papers),
    {
      title: words.referrals,
      columns: [codeColumn(fields.number), textColumn(fields.receivedOn), textColumn(fields.state)],
      rows: referrals.map((row) => [row.number, row.receivedOn, say(codeWords.referralState[row.state])]),
    },
  ];
}

/** What an officer hands over, as a paper for the next officer. */
export function handoverPaper({ language, officer, unit, marking, detail }: HandoverPaper): PrintedPage {
  const { say, day } = language;
  const { described, today } = detail;
  const facts: readonly (readonly [Bilingual, string | null])[] = [
    [fields.officer, officer],
    [headings.unit, unit],
    [fields.madeOn, day(today)],
    [fields.leavesOn, described.leavesOn && day(described.leavesOn)],
    [words.documentOn, described.documentOn && day(described.documentOn)],
  ];
  const known = facts.filter(([, value]) => value !== null);
  const body = [
    markup`<dl>${known.map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>`,
    ...tables(language, detail).map((table) => section(language, table)),
    heading(language, words.training),
    ...(described.trainingNotes ?? say(none)).split(/\n+/).map(paragraph),
  ];
  return paperPage({
    language,
    title: say(terms.handover),
    marking,
    about: `${unit} - ${officer}`,
    made: `${say(fields.madeOn)} ${today}`,
    body,
  });
}
