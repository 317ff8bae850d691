import { both } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { instantText } from '#contract/casework/listCells';
import type { Week, WeekRow } from '#contract/casework/week';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { heading, paperPage, paragraph } from '../../documents/page/page.ts';
import { codeColumn, paperTable, textColumn, type PaperColumn } from '../../documents/page/table.ts';

const words = {
  title: both('Week of', 'Semaine du'),
  more: both('not printed, in Vigie', 'non imprimés, dans Vigie'),
  none: both('No dates this week.', 'Aucune échéance cette semaine.'),
  oldest: both('the oldest', 'le plus ancien'),
  covered: both('on leave, cover', 'en congé, remplacement'),
  uncovered: both('on leave, no cover', 'en congé, aucun remplacement'),
  referrals: codeWords.paperSection.referrals,
  investigations: codeWords.breachCount.investigations,
};

interface WeekPaper {
  readonly language: Language;
  readonly marking: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly week: Week;
  readonly numberOf: (row: WeekRow) => string;
  readonly personOf: (id: WeekRow['person']) => string;
}

type Column = readonly [PaperColumn, (row: WeekRow) => string];
type Part = 'danger' | 'court' | 'legal' | 'other' | 'waiting';

/** Whose a line is, and who acts for them where they are on leave on its day. */
function officerOf({ language: { say, labelled }, personOf }: WeekPaper, { person, leave }: WeekRow): string {
  if (leave === null) return personOf(person);
  const { coverId } = leave;
  const away = coverId === null ? say(words.uncovered) : labelled(words.covered, personOf(coverId));
  return `${personOf(person)} (${away})`;
}

function columnsOf(paper: WeekPaper): Readonly<Record<Part, readonly Column[]>> {
  const { language, numberOf } = paper;
  const { say } = language;
  const officer = (row: WeekRow) => officerOf(paper, row);
  const day = (label: PaperColumn): Column => [label, ({ on, time }) => (time === null ? on : `${on} ${time}`)];
  const rest: readonly Column[] = [
    [codeColumn(fields.number), numberOf],
    [textColumn(headings.caseTitle), ({ title }) => title ?? ''],
    [textColumn(fields.kind), ({ name }) => say(name)],
  ];
  const whose: Column = [textColumn(fields.owner), officer];
  const standing: Column = [
    textColumn(fields.state),
    ({ urgency }) => (urgency === 'overdue' || urgency === 'today' ? say(codeWords.urgency[urgency]) : ''),
  ];
  const dated = [day(codeColumn(headings.date)), ...rest, whose, standing];
  return {
    danger: dated,
    court: [
      day(codeColumn(headings.date)),
      ...rest,
      [textColumn(fields.attends), officer],
      [
        textColumn(fields.hearingOutcome),
        ({ outcome }) => (outcome === null ? '' : say(codeWords.hearingOutcome[outcome])),
      ],
    ],
    legal: dated,
    other: dated,
    waiting: [day(codeColumn(fields.since)), ...rest, whose],
  };
}

function section(paper: WeekPaper, name: Part): readonly Markup[] {
  const { language, week } = paper;
  const { rows, total } = week[name];
  if (rows.length === 0) return [];
  const title = codeWords.weekPart[name];
  const columns = columnsOf(paper)[name];
  const table = paperTable(language, {
    caption: language.say(title),
    isHeaded: true,
    columns: columns.map(([column]) => column),
    rows: rows.map((row) => columns.map(([, text]) => text(row))),
  });
  const left = total.value - rows.length;
  const more = left > 0 ? [paragraph(`${language.number(left)} ${language.say(words.more)}`)] : [];
  return [heading(language, title), table, ...more];
}

function nobodys({ language, week: { unassigned }, numberOf }: WeekPaper): readonly Markup[] {
  if (unassigned === null) return [];
  const lines = (['referrals', 'investigations'] as const).flatMap((kind) => {
    const { total, oldest } = unassigned[kind];
    if (oldest === null) return [];
    const count = `${language.number(total.value)}${total.exact ? '' : '+'}`;
    return [
      paragraph(
        language.labelled(words[kind], `${count}; ${language.say(words.oldest)} ${numberOf(oldest)}, ${oldest.on}`),
      ),
    ];
  });
  return lines.length === 0 ? [] : [heading(language, codeWords.weekPart.unassigned), ...lines];
}

/** The week on paper: numbers, titles, kinds and dates, and no other text of a case. */
export function weekPaper(paper: WeekPaper): PrintedPage {
  const { language, marking, by, now, week } = paper;
  const { say, day } = language;
  const body = [
    ...(['danger', 'court', 'legal', 'other'] as const).flatMap((name) => section(paper, name)),
    ...nobodys(paper),
    ...section(paper, 'waiting'),
  ];
  return paperPage({
    language,
    title: `${say(words.title)} ${day(week.from)}`,
    marking,
    about: by,
    made: `${say(fields.madeOn)} ${instantText(now)}`,
    body: body.length === 0 ? [paragraph(say(words.none))] : [markup`${body}`],
  });
}
