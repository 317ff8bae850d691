import type { Bilingual } from '#contract/ground/common';
import { noFigure, type Across, type CoveredFigure, type SpentInYear } from '#contract/reporting/across';
import type { FiscalYear, Quarter } from '#contract/ground/dates';
import { fiscalYearName, periodOf } from '#contract/ground/period';
import { headings } from '#contract/words/headings';
import { toCsv, type CsvValue } from '../../documents/files/csv.ts';
import { must } from '../../ground/kernel/assert.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { readAcross } from './read.ts';

const columns = [
  'section',
  'code',
  'label_en',
  'label_fr',
  'period_en',
  'period_fr',
  'value',
  'previous',
  'change_share',
  'covered',
  'asked',
  'coverage_of',
  'agreement_code',
  'unsigned',
] as const;
type Row = Readonly<Record<(typeof columns)[number], CsvValue>>;

const blank: Row = {
  section: null,
  code: null,
  label_en: null,
  label_fr: null,
  period_en: null,
  period_fr: null,
  value: null,
  previous: null,
  change_share: null,
  covered: null,
  asked: null,
  coverage_of: null,
  agreement_code: null,
  unsigned: 0,
};

const row = (section: string, code: string, label: Bilingual, facts: Partial<Row>): Row => ({
  ...blank,
  section,
  code,
  label_en: label.en,
  label_fr: label.fr,
  ...facts,
});
const figure = ({ value, covered, asked, unsigned }: CoveredFigure): Partial<Row> => ({
  ...{ value, covered, asked },
  unsigned: unsigned ? 1 : 0,
});
const dated = ({ en, fr }: Bilingual): Partial<Row> => ({ period_en: en, period_fr: fr });
const lastOf = ({ quarters }: Across): Quarter => must(quarters.at(-1), 'eight quarters');

function quarterRows({ quarters, indicators }: Across): readonly Row[] {
  return indicators.flatMap(({ code, name, cells, coverageOf }) =>
    quarters.map((quarter, index) => {
      return row('quarters', code, name, {
        ...figure(cells[index] ?? noFigure),
        ...dated(periodOf(quarter).name),
        coverage_of: coverageOf,
      });
    }),
  );
}

/** From the beginning of the fiscal year to the end of the quarter. */
function yearToDate(across: Across): Partial<Row> {
  const last = lastOf(across);
  const { en, fr } = fiscalYearName(last.fiscalYear);
  const to = periodOf(last).name;
  return dated(last.quarter === 4 ? { en, fr } : { en: `${en}, to ${to.en}`, fr: `${fr}, jusqu’au ${to.fr}` });
}

/** The year to date; where it is compared, over those that know both years, in a row of its own. */
function yearRows(across: Across): readonly Row[] {
  const { indicators } = across;
  const year = yearToDate(across);
  return indicators.flatMap(({ code, name, year: own, coverageOf }) => {
    if (!own) return [];
    const facts = { ...year, coverage_of: coverageOf };
    const { whole, before, now, share, compared, beforeUnsigned, nowUnsigned } = own;
    return [
      row('year_to_date', code, name, { ...facts, ...figure(whole) }),
      row('year_compared', code, name, {
        ...facts,
        value: now,
        previous: before,
        change_share: share === null ? null : Math.round(share * 10_000) / 10_000,
        covered: compared,
        asked: whole.asked,
        unsigned: beforeUnsigned || nowUnsigned ? 1 : 0,
      }),
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
  const { backlog, activities } = across;
  const quarter = dated(periodOf(lastOf(across)).name);
  const year = yearToDate(across);
  const agreements = { covered: activities.covered, asked: activities.asked, coverage_of: 'agreements' };
  const asked = Object.values(backlog).reduce((sum, count) => sum + count, 0);
  const { done, all } = activities;
  return [
    ...(Object.keys(backlogLabels) as (keyof Across['backlog'])[]).map((key) =>
      row('backlog', key, backlogLabels[key], {
        ...year,
        value: backlog[key],
        covered: asked - backlog.unknown,
        asked,
        unsigned: across.backlogUnsigned ? 1 : 0,
        coverage_of: 'units',
      }),
    ),
    row(
      'activities',
      'done',
      { en: 'Activities completed or under way', fr: 'Activités terminées ou en cours' },
      { ...quarter, ...agreements, value: done },
    ),
    row('activities', 'all', headings.activities, { ...quarter, ...agreements, value: all }),
    row(
      'activities',
      'share',
      { en: 'Share completed or under way', fr: 'Part terminée ou en cours' },
      {
        ...quarter,
        ...agreements,
        value: done === null || !all ? null : Math.round((done / all) * 10_000) / 10_000,
      },
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
  const rowsOf = (code: string | null, of: Across['contributions']) =>
    years.map((year, index) => {
      const known = of.flatMap(({ spent }) => spent[index] ?? []);
      return row('contributions', code ?? '', label, {
        ...dated(spentPeriod(year, known, yearsInProgress.includes(year))),
        agreement_code: code,
        value: known.length === 0 ? null : { cents: known.reduce((sum, { cents }) => sum + cents, 0) },
        covered: known.length,
        asked: of.length,
        coverage_of: 'agreements',
      });
    });
  return [...contributions.flatMap((each) => rowsOf(each.agreementCode, [each])), ...rowsOf(null, contributions)];
}

function groupRows(across: Across): readonly Row[] {
  const { funded, unfunded, agreements, indicators } = across;
  const period = dated(periodOf(lastOf(across)).name);
  const nameOf = (code: string): Bilingual =>
    indicators.find((each) => each.code === code)?.name ?? { en: code, fr: code };
  const rowsOf = (section: string, figures: Across['funded']['figures'], agreement: string | null): readonly Row[] =>
    figures.map(({ code, coverageOf, ...cell }) =>
      row(section, code, nameOf(code), {
        ...figure(cell),
        ...period,
        agreement_code: agreement,
        coverage_of: coverageOf,
      }),
    );
  return [
    ...rowsOf('funded_units', funded.figures, null),
    ...rowsOf('unfunded_units', unfunded.figures, null),
    ...agreements.flatMap(({ code, figures }) => rowsOf('agreement', figures, code)),
  ];
}

export function acrossTable(across: Across): readonly Row[] {
  return [
    ...headlineRows(across),
    ...yearRows(across),
    ...contributionRows(across),
    ...quarterRows(across),
    ...groupRows(across),
  ];
}

export const acrossActions: { readonly 'across.export': ActionHandler<'across.export'> } = {
  'across.export': async (context, { file, separator, ...asked }) => {
    const path = context.path(file);
    const bytes = toCsv(columns, acrossTable(await readAcross(context.read, asked, context)), separator);
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'quarter', id: periodOf(asked.quarter).id }, facts: { across: true } },
    });
    return { bytes: bytes.byteLength };
  },
};
