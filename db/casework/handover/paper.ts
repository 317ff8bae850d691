import { paperTitles } from '#contract/ground/disclosureRecords';
import type { Bilingual } from '#contract/ground/common';
import type { HandoverDetail } from '#contract/casework/handover';
import type { PrintedPage } from '#contract/ground/printedPage';
import { heading, paperPage, paragraph } from '../../documents/page/page.ts';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { paperTable, textColumn, wideColumn, type PaperCell, type PaperColumn } from '../../documents/page/table.ts';
import { referralStateWords, urgencyWords, waitingWords, words } from './words.ts';

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
  return markup`${heading(language, title)}${rows.length === 0 ? paragraph(language.say(words.none)) : paperTable(language, { caption, columns, rows })}`;
}

function tables(
  { say }: Language,
  { investigations, referrals, tasks, papers, due }: HandoverDetail,
): readonly Table[] {
  return [
    {
      title: words.files,
      columns: [
        textColumn(words.number),
        textColumn(words.openedOn),
        textColumn(words.waiting),
        textColumn(words.since),
        wideColumn(words.nextStep),
      ],
      rows: investigations.map((file) => [
        file.number,
        file.openedOn,
        [say(waitingWords[file.waiting]), file.waitingOn ?? ''].filter((part) => part !== '').join(' - '),
        file.waitingSince,
        file.nextStep,
      ]),
    },
    {
      title: words.due,
      columns: [textColumn(words.date), textColumn(words.number), wideColumn(words.what), textColumn(words.standing)],
      rows: due.map((row) => [row.dueOn, row.number, say(row.name), say(urgencyWords[row.urgency])]),
    },
    {
      title: words.tasks,
      columns: [textColumn(words.number), wideColumn(words.what), textColumn(words.date)],
      rows: tasks.map((row) => [row.number, row.what, row.dueOn]),
    },
    {
      title: words.papers,
      columns: [
        textColumn(words.number),
        textColumn(words.reference),
        wideColumn(words.kind),
        textColumn(words.recipient),
        textColumn(words.sentOn),
      ],
      rows: papers.map((row) => [
        row.number,
        row.reference,
        say(paperTitles[row.kind]),
        row.recipient,
        row.issuedOn ?? say(words.inPreparation),
      ]),
    },
    {
      title: words.referrals,
      columns: [textColumn(words.number), textColumn(words.receivedOn), textColumn(words.state)],
      rows: referrals.map((row) => [row.number, row.receivedOn, say(referralStateWords[row.state] ?? words.none)]),
    },
  ];
}

/** What an officer hands over, as a paper for whoever follows. */
export function handoverPaper({ language, officer, unit, marking, detail }: HandoverPaper): PrintedPage {
  const { say, day } = language;
  const { described, today } = detail;
  const facts: readonly (readonly [Bilingual, string | null])[] = [
    [words.of, officer],
    [words.unit, unit],
    [words.made, day(today)],
    [words.leavesOn, described.leavesOn && day(described.leavesOn)],
    [words.documentOn, described.documentOn && day(described.documentOn)],
  ];
  const known = facts.filter(([, value]) => value !== null);
  const body = [
    markup`<dl>${known.map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>`,
    ...tables(language, detail).map((table) => section(language, table)),
    heading(language, words.training),
    ...(described.trainingNotes ?? say(words.none)).split(/\n+/).map(paragraph),
  ];
  return paperPage({
    language,
    title: say(words.title),
    marking,
    about: `${unit} - ${officer}`,
    made: `${say(words.made)} ${today}`,
    body,
  });
}
