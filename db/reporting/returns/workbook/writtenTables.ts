import { attestationRole, narrativeSection, type CellContent } from '#contract/reporting/returnTexts';
import { comparisonOf, shortComparisonNotes } from '#contract/reporting/comparison';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { cellName } from '../cellName.ts';
import {
  both,
  formats,
  only,
  sheetColumn,
  monthDate,
  notApplicable,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';

const unitOf = (unitCode: string | null): string => unitCode ?? both(headings.agreement);

function figureOf({ values }: ReturnContent, code: string, unitCode: string | null): IndicatorValue | undefined {
  return values.find((each) => each.code === code && each.unitCode === unitCode);
}

/** Why figures changed, each with its values before and after. */
export function explanationSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Explanations - Explications',
    title: headings.explanations,
    columns: [
      sheetColumn(headings.unit, 14),
      sheetColumn(headings.code, 7),
      sheetColumn(only('en', headings.indicator), 21),
      sheetColumn(only('fr', headings.indicator), 22),
      sheetColumn(headings.before, 13, formats.whole),
      sheetColumn(headings.value, 12, formats.whole),
      sheetColumn(only('en', headings.explanation), 51),
      sheetColumn(only('fr', headings.explanation), 50),
    ],
    rows: content.explanations.map(({ code, unitCode, text }) => {
      const name = cellName(content, { what: 'value', unitCode, code, month: null });
      const figure = figureOf(content, code, unitCode);
      const comparison = figure && comparisonOf(content, figure);
      const marks = figure ? unsignedMarks(content, figure).map((mark) => headings[mark]) : [];
      const notes = figure && comparison ? shortComparisonNotes(content, figure, comparison) : [];
      return [
        [unitOf(unitCode), ...[...marks, ...notes].map(both)].join('\n'),
        code,
        name.en,
        name.fr,
        comparison?.previous ?? null,
        figure?.value ?? null,
        text.en,
        text.fr,
      ];
    }),
  };
}

export function narrativeSheet({ narrative }: ReturnContent): SheetTable {
  return {
    tab: 'Narrative - Exposé',
    title: headings.narrative,
    columns: [
      sheetColumn(headings.narrativeSection, 27),
      sheetColumn(only('en', headings.textInEnglish), 81),
      sheetColumn(only('fr', headings.textInFrench), 81),
    ],
    rows: narrativeSection.options.map((section) => [
      both(codeWords.part[section]),
      narrative[section].en,
      narrative[section].fr,
    ]),
  };
}

/** Every role has its row: one who has not attested is seen. */
export function attestationSheet({ attestations, actualsStatus }: ReturnContent): SheetTable {
  return {
    tab: 'Attestations',
    title: headings.attestations,
    columns: [
      sheetColumn(headings.attestation, 50),
      sheetColumn(headings.name, 30),
      sheetColumn(headings.jobTitle, 40),
      sheetColumn(headings.date, 14, formats.day),
      sheetColumn(headings.actuals, 28),
    ],
    rows: attestationRole.options.map((role): readonly SheetValue[] => {
      const given = attestations.find((each) => each.role === role);
      return [
        both(codeWords.part[role]),
        given?.name ?? notApplicable,
        given?.title ?? notApplicable,
        given ? new Date(`${given.on}T00:00:00Z`) : null,
        both(codeWords.actuals[actualsStatus]),
      ];
    }),
  };
}

const statusText = (content: CellContent): string =>
  content?.status ? both(codeWords.valueStatus[content.status]) : notApplicable;

/** Every figure that this version changes of the one before it: what it was, what it is and why. */
export function restatementSheet(content: ReturnContent): SheetTable {
  const changes = content.restatement?.changes ?? [];
  return {
    tab: 'Restatements - Redressements',
    title: headings.restated,
    columns: [
      sheetColumn(headings.version, 9, formats.tally),
      sheetColumn(headings.restatedFigure, 19),
      sheetColumn(headings.unit, 12),
      sheetColumn(headings.code, 13),
      sheetColumn(only('en', headings.name), 18),
      sheetColumn(only('fr', headings.name), 18),
      sheetColumn(headings.month, 11, formats.month),
      sheetColumn(headings.lockedBefore, 12, formats.number),
      sheetColumn(headings.now, 12, formats.number),
      sheetColumn(headings.statusBefore, 15),
      sheetColumn(headings.statusAfter, 15),
      sheetColumn(only('en', headings.reason), 18),
      sheetColumn(only('fr', headings.reason), 18),
    ],
    rows: changes.map((change) => {
      const name = cellName(content, change);
      const { what, unitCode, code, month, before, after, why } = change;
      return [
        content.restatement?.sequence ?? null,
        both(codeWords.cell[what]),
        unitOf(unitCode),
        code,
        name.en,
        name.fr,
        month === null ? notApplicable : monthDate(month),
        before?.value ?? null,
        after?.value ?? null,
        statusText(before),
        statusText(after),
        why.en,
        why.fr,
      ];
    }),
  };
}
