import type { Bilingual } from '#contract/ground/common';
import { noFigure, type Across, type CoveredFigure, type SpentInYear } from '#contract/reporting/across';
import type { FiscalYear, Quarter } from '#contract/ground/dates';
import { fiscalYearName, periodOf } from '#contract/ground/period';
import { headings } from '#contract/words/headings';
import type { Cents } from '../../documents/files/csv.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import { csvOf, type ReportTable } from '../../documents/report/table.ts';
import { must } from '../../ground/kernel/assert.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { readAcross } from './read.ts';

interface Row extends Pick<CoveredFigure, 'covered' | 'asked'> {
  readonly section: string;
  readonly code: string;
  readonly label: Bilingual;
  readonly period: Bilingual;
  readonly value: number | Cents | null;
  readonly coverageOf: string;
  readonly unsigned?: boolean | undefined;
  readonly agreementCode?: string | null;
  /** Where it is compared with the year before. */
  readonly previous?: number | null;
  readonly share?: number | null;
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

const columns: readonly ReportColumn<Row>[] = [
  column.text<Row>('section', headings.item, ({ section }) => section),
  column.text<Row>('code', headings.code, ({ code }) => code),
  column.words<Row>('label', headings.indicator, ({ label }) => label),
  column.words<Row>('period', headings.period, ({ period }) => period),
  column.number<Row>('value', headings.value, () => null, { csv: ({ value }) => value }),
  column.number<Row>('previous', headings.before, () => null, { csv: ({ previous = null }) => previous }),
  column.number<Row>('change_share', headings.change, ({ share = null }) => share && rounded(share)),
  column.tally<Row>('covered', headings.covered, ({ covered }) => covered),
  column.tally<Row>('asked', headings.unitsAsked, ({ asked }) => asked),
  column.text<Row>('coverage_of', headings.covered, ({ coverageOf }) => coverageOf),
  column.text<Row>('agreement_code', headings.agreement, ({ agreementCode = null }) => agreementCode),
  column.yes<Row>('unsigned', headings.unsigned, ({ unsigned }) => unsigned === true),
];

const lastOf = ({ quarters }: Across): Quarter => must(quarters.at(-1), 'eight quarters');

const quarterRows = ({ quarters, indicators }: Across): readonly Row[] =>
  indicators.flatMap(({ code, name: label, cells, coverageOf }) =>
    quarters.map((quarter, index) => {
      const period = periodOf(quarter).name;
      return { section: 'quarters', code, label, period, coverageOf, ...(cells[index] ?? noFigure) };
    }),
  );

/** From the beginning of the fiscal year to the end of the quarter. */
function yearToDate(across: Across): Bilingual {
  const last = lastOf(across);
  const { en, fr } = fiscalYearName(last.fiscalYear);
  const to = periodOf(last).name;
  return last.quarter === 4 ? { en, fr } : { en: `${en}, to ${to.en}`, fr: `${fr}, jusqu’au ${to.fr}` };
}

/** The year to date; where it is compared, over those that know both years, in a row of its own. */
function yearRows(across: Across): readonly Row[] {
  const period = yearToDate(across);
  return across.indicators.flatMap(({ code, name: label, year: own, coverageOf }) => {
    if (!own) return [];
    const facts = { code, label, period, coverageOf };
    const { whole, before, now, share, compared, beforeUnsigned, nowUnsigned } = own;
    return [
      { section: 'year_to_date', ...facts, ...whole },
      {
        ...{ section: 'year_compared', ...facts, value: now, previous: before, share },
        ...{ covered: compared, asked: whole.asked, unsigned: beforeUnsigned ?? nowUnsigned },
      },
    ];
  });
}

const backlogLabels: Readonly<Record<keyof Across['backlog'], Bilingual>> = {
  fell: { en: 'Units whose backlog fell', fr: 'Unités dont l’arriéré a baissé' },
  held: { en: 'Units whose backlog was stable', fr: 'Unités dont l’arriéré est resté stable' },
  grew: { en: 'Units whose backlog grew', fr: 'Unités dont l’arriéré a augmenté' },
  unknown: { en: 'Units whose backlog is not known', fr: 'Unités dont l’arriéré est inconnu' },
};

function headlineRows(across: Across): readonly Row[] {
  const { backlog, backlogUnsigned, activities } = across;
  const { covered, asked, done, all } = activities;
  const units = Object.values(backlog).reduce((sum, count) => sum + count, 0);
  const activity = (code: string, label: Bilingual, value: number | null): Row => ({
    ...{ section: 'activities', code, label, period: periodOf(lastOf(across)).name, value },
    ...{ covered, asked, coverageOf: 'agreements' },
  });
  return [
    ...(Object.keys(backlogLabels) as (keyof Across['backlog'])[]).map((code) => ({
      ...{ section: 'backlog', code, label: backlogLabels[code], period: yearToDate(across), value: backlog[code] },
      ...{ covered: units - backlog.unknown, asked: units, unsigned: backlogUnsigned, coverageOf: 'units' },
    })),
    activity('done', { en: 'Activities completed or under way', fr: 'Activités terminées ou en cours' }, done),
    activity('all', headings.activities, all),
    activity(
      'share',
      { en: 'Share completed or under way', fr: 'Part terminée ou en cours' },
      done === null || !all ? null : rounded(done / all),
    ),
  ];
}

/** The fiscal year, and how far it goes where it has not ended or its last quarters are not entered. */
function spentPeriod(year: FiscalYear, spent: readonly SpentInYear[], inProgress: boolean): Bilingual {
  const { en, fr } = fiscalYearName(year);
  const ends = new Set(spent.map(({ through }) => through));
  const [through] = ends;
  const gap = spent.some(({ incomplete }) => incomplete)
    ? { en: ', incomplete', fr: ', incomplet' }
    : { en: '', fr: '' };
  if (through !== undefined && through < 4 && ends.size === 1)
    return { en: `${en}, to Q${String(through)}${gap.en}`, fr: `${fr}, jusqu’au T${String(through)}${gap.fr}` };
  if (inProgress) return { en: `${en}, to date${gap.en}`, fr: `${fr}, à ce jour${gap.fr}` };
  return ends.size > 1 || gap.en !== '' ? { en: `${en}, incomplete`, fr: `${fr}, incomplet` } : { en, fr };
}

function contributionRows({ years, yearsInProgress, contributions }: Across): readonly Row[] {
  const label = { en: 'Contribution spent', fr: 'Contribution dépensée' };
  const rowsOf = (agreementCode: string | null, of: Across['contributions']) =>
    years.map((year, index): Row => {
      const known = of.flatMap(({ spent }) => spent[index] ?? []);
      const cents = known.reduce((sum, each) => sum + each.cents, 0);
      return {
        ...{ section: 'contributions', code: agreementCode ?? '', label, agreementCode, coverageOf: 'agreements' },
        period: spentPeriod(year, known, yearsInProgress.includes(year)),
        value: known.length === 0 ? null : { cents },
        covered: known.length,
        asked: of.length,
      };
    });
  return [...contributions.flatMap((each) => rowsOf(each.agreementCode, [each])), ...rowsOf(null, contributions)];
}

function groupRows(across: Across): readonly Row[] {
  const { funded, unfunded, agreements, indicators } = across;
  const period = periodOf(lastOf(across)).name;
  const nameOf = (code: string): Bilingual =>
    indicators.find((each) => each.code === code)?.name ?? { en: code, fr: code };
  const rowsOf = (section: string, { figures }: Across['funded'], agreementCode: string | null) =>
    figures.map((each): Row => ({ section, label: nameOf(each.code), period, agreementCode, ...each }));
  return [
    ...rowsOf('funded_units', funded, null),
    ...rowsOf('unfunded_units', unfunded, null),
    ...agreements.flatMap((each) => rowsOf('agreement', each, each.code)),
  ];
}

export const acrossTable = (across: Across): ReportTable<Row> => ({
  title: headings.indicators,
  columns,
  rows: [
    ...headlineRows(across),
    ...yearRows(across),
    ...contributionRows(across),
    ...quarterRows(across),
    ...groupRows(across),
  ],
});

export const acrossActions: { readonly 'across.export': ActionHandler<'across.export'> } = {
  'across.export': async (context, { file, separator, ...asked }) => {
    const path = context.path(file);
    const table = acrossTable(await readAcross(context.read, asked, context));
    const { bytes } = csvOf(table, 'across.csv', { separator }).file;
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'quarter', id: periodOf(asked.quarter).id }, facts: { across: true } },
    });
    return { bytes: bytes.byteLength };
  },
};
