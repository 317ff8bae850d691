import type { Bilingual } from '#contract/ground/common';
import { paperSection } from '#contract/custody/disclosure';
import type { PrintedPage } from '#contract/ground/printedPage';
import { codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { investigation } from '#contract/words/terms';
import { heading, paperPage, paragraph } from '../../../documents/page/page.ts';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { paperTable, textColumn, wideColumn } from '../../../documents/page/table.ts';
import type { ReleasedPart, ReleasedRecord } from '../release.ts';
import { countsOf, titleOf, type PaperIssue } from './issue.ts';
import { words } from './words.ts';

/** A block is as wide whatever it covers. */
const style = `
.record { break-inside: avoid; border-top: 0.5pt solid #c7cfd6; margin-top: 7pt; padding-top: 3pt; }
.record h3 { margin: 0 0 2pt; }
.record dl { display: grid; grid-template-columns: 12em 1fr; gap: 1pt 10pt; margin: 0; }
.record dd { margin: 0; white-space: pre-line; }
.withheld { display: inline-block; width: 6em; background: #000; color: #fff; text-align: center; font-size: 7.5pt; line-height: 1.35; white-space: nowrap; overflow: hidden; }
`;

function part(each: ReleasedPart, { say }: Language): Markup {
  return 'mark' in each ? markup`<span class="withheld">[${each.mark}]</span>` : markup`${say(each.words)}`;
}

function record(language: Language, { number, on, isRevised, fields: lines }: ReleasedRecord): Markup {
  const { say } = language;
  const title = [`${say(fields.record)} ${String(number)}`, on ?? '', isRevised ? say(words.revised) : ''];
  const facts = lines.map(
    ({ label, parts }) => markup`<dt>${say(label)}</dt><dd>${parts.map((each) => part(each, language))}</dd>`,
  );
  return markup`<section class="record"><h3>${title.filter((each) => each !== '').join(' - ')}</h3><dl>${facts}</dl></section>`;
}

function namesText({ kind, namesIncluded }: PaperIssue): Bilingual {
  if (kind === 'access') return words.namesOfOthers;
  return namesIncluded ? words.namesGiven : words.namesWithheld;
}

function facts(issue: PaperIssue, language: Language): Markup {
  const { say, day, labelled } = language;
  const { included, redacted, left_out: leftOut } = countsOf(issue);
  const counts = [
    [codeWords.treatment.included, included],
    [codeWords.treatment.redacted, redacted],
    [codeWords.treatment.left_out, leftOut],
  ] as const;
  const lines: readonly (readonly [Bilingual, string | null])[] = [
    [fields.reference, issue.reference],
    [words.addsTo, issue.addsTo],
    [fields.recipient, issue.recipient],
    [investigation, issue.fileNumber],
    [headings.unit, say(issue.unit)],
    [fields.requestedOn, issue.requestedOn && day(issue.requestedOn)],
    [fields.sentOn, day(issue.issuedOn)],
    [fields.records, counts.map(([label, count]) => labelled(label, String(count))).join('; ')],
    [words.names, say(namesText(issue))],
  ];
  const known = lines.filter(([, value]) => value !== null);
  return markup`<dl>${known.map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>`;
}

function grounds(issue: PaperIssue, language: Language): readonly Markup[] {
  if (issue.grounds.length === 0) return [];
  return [
    heading(language, fields.grounds),
    paragraph(language.say(words.groundsText)),
    paperTable(language, {
      caption: language.say(fields.grounds),
      isHeaded: true,
      columns: [textColumn(fields.mark), wideColumn(fields.ground)],
      rows: issue.grounds.map(({ mark, name }) => [`[${mark}]`, language.say(name)]),
    }),
  ];
}

/** Of what is given alone: a day that is withheld is in no table. */
function chronology(issue: PaperIssue, language: Language): readonly Markup[] {
  const dated = issue.records
    .filter(({ on }) => on !== null)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  if (dated.length === 0) return [];
  return [
    heading(language, words.chronology),
    paperTable(language, {
      caption: language.say(words.chronology),
      isHeaded: true,
      columns: [textColumn(headings.date), textColumn(fields.record), wideColumn(fields.part)],
      rows: dated.map(({ on, number, section }) => [on, String(number), language.say(codeWords.paperSection[section])]),
    }),
  ];
}

function sections(issue: PaperIssue, language: Language): readonly Markup[] {
  return paperSection.options.flatMap((section) => {
    const own = issue.records.filter((each) => each.section === section);
    return own.length === 0
      ? []
      : [heading(language, codeWords.paperSection[section]), ...own.map((each) => record(language, each))];
  });
}

const fictitious = ({ isFictitious }: PaperIssue, { say }: Language): readonly Markup[] =>
  isFictitious ? [markup`<p class="fictitious">${say(words.fictitious)}</p>`] : [];

interface Framed {
  readonly issue: PaperIssue;
  readonly language: Language;
  readonly title: string;
  readonly body: readonly Markup[];
}

/** Every page bears the reference, the marking and the digest of what was issued. */
function framed({ issue, language, title, body }: Framed): PrintedPage {
  return paperPage({
    language,
    title,
    marking: issue.marking,
    about: issue.reference,
    made: `${issue.issuedOn} · ${issue.contents.slice(0, 16)}`,
    style,
    body: [...fictitious(issue, language), facts(issue, language), ...body],
  });
}

/** The pack or the extract itself. */
export function packPage(issue: PaperIssue, language: Language): PrintedPage {
  const body = [...grounds(issue, language), ...sections(issue, language), ...chronology(issue, language)];
  return framed({ issue, language, title: titleOf(issue, language), body });
}

/** The list of what is withheld, and of what was given earlier and is no longer recorded: numbers, days and grounds. */
export function withheldPage(issue: PaperIssue, language: Language): PrintedPage {
  const { say } = language;
  const names = new Map(issue.grounds.map(({ code, mark, name }) => [code, `[${mark}] ${say(name)}`]));
  const withheld = issue.index.filter(({ treatment }) => treatment !== 'included');
  const list =
    withheld.length === 0
      ? paragraph(say(words.nothing))
      : paperTable(language, {
          caption: say(words.withheldTitle),
          isHeaded: true,
          columns: [
            textColumn(fields.record),
            textColumn(fields.part),
            textColumn(headings.date),
            textColumn(fields.treatment),
            wideColumn(fields.ground),
          ],
          rows: withheld.map(({ number, section, on, treatment, ground }) => [
            String(number),
            say(codeWords.paperSection[section]),
            on,
            say(codeWords.treatment[treatment]),
            names.get(ground ?? '') ?? '',
          ]),
        });
  const gone =
    issue.removed.length === 0 ? [] : [heading(language, words.removed), paragraph(issue.removed.join(', '))];
  const title = `${titleOf(issue, language)} - ${say(words.withheldTitle)}`;
  return framed({ issue, language, title, body: [heading(language, words.withheldTitle), list, ...gone] });
}
