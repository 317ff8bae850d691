import type { BreachReport } from '#contract/accounts/breach';
import type { Bilingual } from '#contract/ground/common';
import type { PrintedPage } from '#contract/ground/printedPage';
import { actText } from '#contract/words/actTexts';
import { codeWord, codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { heading, paperPage, paragraph } from '../../../documents/page/page.ts';
import { numberColumn, paperTable, textColumn } from '../../../documents/page/table.ts';

const words = codeWords.breachText;

interface BreachPage {
  readonly language: Language;
  readonly workspace: string;
  readonly marking: string;
  readonly today: string;
  readonly report: BreachReport;
}

type Line = readonly [label: Bilingual, value: string];

/** How a copy could be opened, as lines of label and count. */
export function wayLines({ say, number }: Language, { ways, copies }: BreachReport): readonly Line[] {
  if (ways === null) return [];
  return [
    [words.people, number(ways.people)],
    ...ways.roles.map(({ role, count }): Line => [codeWord('role', role), number(count)]),
    [words.disabled, number(ways.disabled)],
    [words.givenPassphrase, number(ways.givenPassphrase)],
    [words.recoveryKey, say(ways.recoveryKey ? words.exists : words.missing)],
    [words.rounds, number(ways.rounds)],
    ...(copies === null
      ? []
      : [[words.backups, number(copies.backups)] as const, [words.stores, number(copies.stores)] as const]),
  ];
}

/** Whether the lost backup itself was not there to be read. */
export const isOtherCopy = ({ backup }: BreachReport): boolean => backup?.isOtherCopy === true;

/** A label before its value, with the space of its language. */
export function labelled({ locale, say }: Language, label: Bilingual, value: string): string {
  return `${say(label)}${locale === 'fr' ? '\u00a0' : ''}: ${value}`;
}

/** What was lost, in one line. */
export function lostLine(language: Language, { lost, exported }: BreachReport): string {
  const { locale, say } = language;
  if (lost.kind === 'computer') return say(codeWords.lostThing.computer);
  if (lost.kind === 'backup') return labelled(language, codeWords.lostThing.backup, lost.name);
  const act = `${actText(locale, exported?.method ?? '')} (${String(lost.entry)})`;
  return labelled(language, codeWords.lostThing.export, act);
}

/** Counts and ways in; no name, number or identifier of anybody. */
export function breachPage({ language, workspace, marking, today, report }: BreachPage): PrintedPage {
  const { say, number } = language;
  const { at, ways, counts, exported } = report;
  const time = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const facts: readonly Line[] = [
    [words.lost, lostLine(language, report)],
    [words.at, time],
    ...(exported === null ? [] : [[words.rows, exported.rows === null ? '..' : number(exported.rows)] as const]),
  ];
  const list = (lines: readonly Line[]): Markup =>
    markup`<dl>${lines.map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>`;
  const rows = counts.map(({ what, count }) => [say(codeWord('breachCount', what)), count] as const);
  const columns = [textColumn(headings.contents), numberColumn(fields.count)];
  return paperPage({
    language,
    title: say(words.title),
    marking,
    about: workspace,
    made: `${say(fields.madeOn)} ${today}`,
    body: [
      list(facts),
      heading(language, words.held),
      ...(exported === null
        ? [paperTable(language, { caption: say(words.held), columns, rows }), paragraph(say(words.personsNote))]
        : [paragraph(say(words.exportNote))]),
      heading(language, words.access),
      ...(ways === null
        ? [paragraph(say(exported?.encrypted === true ? words.forAnother : words.open))]
        : [paragraph(say(words.encrypted)), list(wayLines(language, report)), paragraph(say(words.waysNote))]),
      ...(isOtherCopy(report) ? [paragraph(say(words.otherCopy))] : []),
      heading(language, words.next),
      markup`<ul>${[words.step1, ...(ways === null ? [] : [words.step2]), words.step3].map((step) => markup`<li>${say(step)}</li>`)}</ul>`,
    ],
  });
}
