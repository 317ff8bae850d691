import type { Bilingual } from '#contract/ground/common';
import { ledgerTerm } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { restsOnForm } from '#contract/reporting/unsigned';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import {
  both,
  formats,
  only,
  sheetColumn,
  monthDate,
  notApplicable,
  type SheetColumn,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';
import {
  ledgerCategory,
  type ReleaseContent,
  type ReleasedCount,
  type ReleasedLedgerRow,
  type ReleasedTime,
  type Shown,
} from './content.ts';
import { indicatorName } from '#contract/reporting/indicators';
import { ownCode } from '../../indicators/framework.ts';
import { isFromForm } from './fromForm.ts';
import { avoidedStatus, markedStatus, movementStatus } from './marks.ts';

/** `x` for what is suppressed; null, which a sheet prints as `..`, for what is not available. */
export const cell = ({ value, mark }: Shown): SheetValue => (mark === 'x' ? 'x' : value);

/** Code and both names of an indicator. */
export function named({ framework }: ReturnContent, code: string): readonly SheetValue[] {
  const { en, fr } = indicatorName(framework, code);
  return [code, en, fr];
}

export const figureColumns: readonly SheetColumn[] = [
  sheetColumn(headings.code, 7),
  sheetColumn(only('en', headings.indicator), 34),
  sheetColumn(only('fr', headings.indicator), 34),
  sheetColumn(headings.value, 13, formats.whole),
];
const partColumns: readonly SheetColumn[] = [
  sheetColumn(headings.numerator, 14, formats.whole),
  sheetColumn(headings.denominator, 16, formats.whole),
];
const parts = ({ parts: out }: ReleasedCount): readonly SheetValue[] =>
  out ? [cell(out.numerator), cell(out.denominator)] : [notApplicable, notApplicable];
const formatIn =
  ({ framework }: ReturnContent) =>
  ({ code }: Pick<ReleasedCount, 'code'>): string | undefined =>
    ownCode(framework, code) === 'R3' ? formats.tenth : undefined;
export function statusOf(
  content: ReturnContent,
  figure: Pick<ReleasedCount, 'code' | 'unitCode' | 'status'>,
): SheetValue {
  return markedStatus(content, figure.unitCode, figure.status, isFromForm(content, figure));
}

export function indicatorSheet(content: ReturnContent, release: ReleaseContent): SheetTable {
  const totals = linesOf(release).filter((each) => each.unitCode === null);
  const tail = (each: Omit<ReleasedTime, 'shown'>): readonly SheetValue[] => [
    statusOf(content, each),
    each.unitsCovered,
    each.unitsAsked,
    each.definitionVersion,
  ];
  return {
    tab: 'Indicators - Indicateurs',
    title: headings.indicatorsOfAgreement,
    columns: [
      ...figureColumns,
      ...partColumns,
      sheetColumn(headings.ofWhichFunded, 18, formats.tenth),
      sheetColumn(headings.ofWhichBase, 18, formats.tenth),
      sheetColumn(headings.status, 30),
      sheetColumn(headings.unitsCovered, 13, formats.tally),
      sheetColumn(headings.unitsAsked, 13, formats.tally),
      sheetColumn(headings.definition, 12),
    ],
    rows: [
      ...totals.map((each) => [
        ...named(content, each.code),
        cell(each.shown),
        ...parts(each),
        notApplicable,
        notApplicable,
        ...tail(each),
      ]),
      ...release.staff.map((each) => [
        ...named(content, each.code),
        cell(each.shown),
        notApplicable,
        notApplicable,
        cell(each.funded),
        cell(each.base),
        ...tail(each),
      ]),
    ],
    rowFormats: [...totals.map(formatIn(content)), ...release.staff.map(() => formats.tenth)],
  };
}

/** A time is not a count, and is listed with them. */
function linesOf({ counts, times }: ReleaseContent): readonly ReleasedCount[] {
  return [...counts, ...times.map((each) => ({ ...each, parts: null }))];
}

export function unitSheet(content: ReturnContent, release: ReleaseContent): SheetTable {
  const format = formatIn(content);
  const lines = content.units.flatMap((unit) =>
    linesOf(release)
      .filter((each) => each.unitCode === unit.code)
      .map((line) => ({ unit, line })),
  );
  return {
    tab: 'Units - Unités',
    title: headings.byUnit,
    columns: [
      sheetColumn(headings.unit, 9),
      sheetColumn(only('en', headings.unitName), 28),
      sheetColumn(only('fr', headings.unitName), 28),
      ...figureColumns,
      ...partColumns,
      sheetColumn(headings.status, 30),
    ],
    rows: lines.map(({ unit, line }) => [
      unit.code,
      unit.name.en,
      unit.name.fr,
      ...named(content, line.code),
      cell(line.shown),
      ...parts(line),
      statusOf(content, line),
    ]),
    rowFormats: lines.map(({ line }) => format(line)),
  };
}

const ledgerColumns: readonly SheetColumn[] = ledgerCategory.options.map((category) =>
  sheetColumn({ en: codeWords.ledger[category].en, fr: codeWords.ledger[category].fr }, 15, formats.whole),
);
const ledgerCells = ({ cells }: ReleasedLedgerRow): readonly SheetValue[] =>
  ledgerCategory.options.map((category) => cell(cells[category]));

/** The terms with their signs, as the notes print them. */
export const balance: Bilingual = {
  en: balanceIn('en'),
  fr: balanceIn('fr'),
};

function balanceIn(language: 'en' | 'fr'): string {
  const names = ledgerTerm.options.map((term) => codeWords.ledger[term][language]);
  const [into, out] = [names.slice(0, 5), names.slice(5, 9)];
  const { opening, reclassified, closing } = codeWords.ledger;
  return `${opening[language]} + ${into.join(' + ')} − ${out.join(' − ')} ± ${reclassified[language]} = ${closing[language]}`;
}

const statusColumn = sheetColumn(headings.status, 30);

/** Of a line: not available where its closing balance is not. */
function lineStatus(content: ReturnContent, line: ReleasedLedgerRow): SheetValue {
  const status = movementStatus(content, line, line.cells.closing);
  return markedStatus(content, line.unitCode, status, restsOnForm(content.checks, line.unitCode));
}

export function ledgerSheet(content: ReturnContent, release: ReleaseContent): SheetTable {
  return {
    tab: 'Ledger - Registre',
    title: { en: 'Backlog movements of the quarter', fr: 'Mouvements de l’arriéré du trimestre' },
    columns: [
      sheetColumn(headings.unit, 16),
      sheetColumn(headings.unitsCovered, 13, formats.tally),
      ...ledgerColumns,
      statusColumn,
    ],
    rows: release.ledger
      .filter((each) => each.month === null)
      .map((each) => [
        each.unitCode ?? both(headings.agreement),
        each.unitsCovered,
        ...ledgerCells(each),
        lineStatus(content, each),
      ]),
  };
}

export function monthSheet(content: ReturnContent, release: ReleaseContent): SheetTable {
  return {
    tab: 'Months - Mois',
    title: { en: 'Backlog movements of the agreement by month', fr: 'Mouvements de l’arriéré de l’entente par mois' },
    columns: [
      sheetColumn(headings.month, 11, formats.month),
      sheetColumn(headings.unitsCovered, 13, formats.tally),
      ...ledgerColumns,
      statusColumn,
    ],
    rows: release.ledger.flatMap((each) =>
      each.month === null
        ? []
        : [[monthDate(each.month), each.unitsCovered, ...ledgerCells(each), lineStatus(content, each)]],
    ),
  };
}

/** Null where the return has no estimate that may be released. */
export function avoidedSheet(content: ReturnContent, { avoided }: ReleaseContent): SheetTable | null {
  if (!avoided) return null;
  const bound = (en: string, fr: string): SheetColumn => sheetColumn({ en, fr }, 16, formats.whole);
  const { p025, p10, p50, p90, p975 } = avoided.quantiles;
  return {
    tab: 'Avoided - Évité',
    title: {
      en: 'Backlog avoided: estimated without the Strategy-funded staff and overtime, less actual',
      fr: 'Arriéré évité : estimé sans le personnel et les heures supplémentaires financés par la Stratégie, moins l’arriéré réel',
    },
    columns: [
      sheetColumn(headings.unitsCovered, 13, formats.tally),
      sheetColumn(headings.unitsAsked, 13, formats.tally),
      bound('95%, low', '95\u00a0%, inf.'),
      bound('80%, low', '80\u00a0%, inf.'),
      sheetColumn(headings.median, 16, formats.whole),
      bound('80%, high', '80\u00a0%, sup.'),
      bound('95%, high', '95\u00a0%, sup.'),
      statusColumn,
    ],
    rows: [
      [
        ...[avoided.unitsCovered, avoided.unitsAsked, p025, p10, p50 ?? notApplicable, p90, p975],
        markedStatus(content, null, avoidedStatus(avoided), restsOnForm(content.checks, null)),
      ],
    ],
  };
}
