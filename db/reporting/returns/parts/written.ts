import { comparisonNotes, comparisonOf, shortComparisonNotes } from '#contract/reporting/comparison';
import type { ReturnContent } from '#contract/reporting/returns';
import { attestationRole, narrativeSection } from '#contract/reporting/returnTexts';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { column } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { both, notApplicable } from '../../../documents/workbook/table.ts';
import { cellName } from '../cellName.ts';
import { minorLine, tablePart, unitColumn, type ReturnPart } from './part.ts';

/** What was typed, with its own line breaks as paragraphs. */
function paragraphs(text: string, { say }: Language): Markup {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const nothing = say(pair('No text.', 'Aucun texte.'));
  return markup`${(lines.length > 0 ? lines : [nothing]).map((line) => markup`<p>${line}</p>`)}`;
}

export function narrativePart({ narrative }: ReturnContent): ReturnPart {
  const sections = narrativeSection.options.map((part) => ({ title: codeWords.part[part], text: narrative[part] }));
  const title = headings.narrative;
  const table: ReportTable<(typeof sections)[number]> = {
    title,
    columns: [
      column.words('section', headings.narrativeSection, (each) => each.title, { width: 27 }),
      column.texts('text', pair(headings.textInEnglish.en, headings.textInFrench.fr), ({ text }) => text, {
        width: 81,
      }),
    ],
    rows: sections,
  };
  return {
    id: 'narrative',
    title,
    page: (language) =>
      markup`${sections.map(
        (each) => markup`<h3>${language.say(each.title)}</h3>${paragraphs(language.say(each.text), language)}`,
      )}`,
    sheets: [sheetOf(table, { tab: 'Narrative - Exposé' })],
  };
}

type Explanation = ReturnContent['explanations'][number];

/** What a reader has to know of a figure and of what it is compared with, in full and for a narrow cell. */
function remarksOf(content: ReturnContent, figure: ReturnContent['values'][number]) {
  const marks = unsignedMarks(content, figure).map((mark) => headings[mark]);
  const comparison = comparisonOf(content, figure);
  return {
    notes: [...marks, ...comparisonNotes(content, figure, comparison)],
    shortNotes: [...marks, ...shortComparisonNotes(content, figure, comparison)],
    before: comparison.previous,
  };
}

function explained(content: ReturnContent, { code, unitCode, text }: Explanation) {
  const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode);
  const name = cellName(content, { what: 'value', unitCode, code, month: null });
  const remarks = figure ? remarksOf(content, figure) : { before: null, notes: [], shortNotes: [] };
  return { code, unitCode, text, name, now: figure?.value ?? null, ...remarks };
}

/** Why figures changed, each with its values before and after. */
export function explanationsPart(content: ReturnContent): ReturnPart {
  const rows = content.explanations.map((each) => explained(content, each));
  return tablePart<ReturnType<typeof explained>>(
    {
      title: headings.explanations,
      columns: [
        {
          ...unitColumn(14),
          sheet: ({ unitCode, shortNotes }) =>
            [unitCode ?? both(headings.agreement), ...shortNotes.map(both)].join('\n'),
        },
        column.text('code', headings.code, ({ code }) => code, { width: 7, on: ['sheet'] }),
        column.texts('indicator', headings.indicator, ({ name }) => name, {
          page: ({ code, name, notes }, { say }) =>
            markup`${code} ${say(name)}${notes.map((each) => minorLine(say(each)))}`,
          width: 21.5,
        }),
        column.whole('before', headings.before, ({ before }) => before, { width: 13 }),
        column.whole('value', headings.value, ({ now }) => now),
        column.texts('explanation', headings.explanation, ({ text }) => text, { width: 50.5, isWide: true }),
      ],
      rows,
    },
    {
      id: 'explanations',
      tab: 'Explanations - Explications',
      none: pair('No change explained.', 'Aucune variation expliquée.'),
    },
  );
}

/** Every role has its row: one who has not attested is seen. */
export function attestationsPart({ attestations, actualsStatus }: ReturnContent): ReturnPart {
  const actuals = codeWords.actuals[actualsStatus];
  const rows = attestationRole.options.map((role) => ({ role, ...attestations.find((each) => each.role === role) }));
  const table: ReportTable<(typeof rows)[number]> = {
    title: headings.attestations,
    columns: [
      column.words('attestation', headings.attestation, ({ role }) => codeWords.part[role], {
        width: 50,
        isWide: true,
      }),
      column.text('name', headings.name, ({ name }) => name ?? notApplicable, {
        page: ({ name }, { say }) => name ?? say(headings.notAttested),
        width: 30,
      }),
      column.text('title', headings.jobTitle, ({ title }) => title ?? notApplicable, { width: 40 }),
      column.day('date', headings.date, ({ on }) => on ?? null, {
        page: ({ on }, { day }) => (on ? day(on) : notApplicable),
        width: 14,
      }),
      column.words('actuals', headings.actuals, () => actuals, { width: 28, on: ['sheet'] }),
    ],
    rows,
  };
  return {
    id: 'attestations',
    title: headings.attestations,
    whole: true,
    page: (language) => {
      const text = language.say({
        en: 'These persons answer for the figures of this version. A signing key proves only that nothing was changed.',
        fr: 'Ces personnes répondent des chiffres de cette version. Une clé de signature prouve seulement que rien n’a été changé.',
      });
      const status = language.labelled(headings.actuals, language.say(actuals));
      return markup`<p>${text} ${status}.</p>${pageOf(table, language, { isHeaded: true })}`;
    },
    sheets: [sheetOf(table, { tab: 'Attestations' })],
  };
}
