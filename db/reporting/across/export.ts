import type { Bilingual } from '#contract/ground/common';
import type { Across, CoveredFigure } from '#contract/reporting/across';
import { fiscalYearName, periodOf } from '#contract/ground/period';
import { headings } from '#contract/words/headings';
import { toCsv, type CsvValue } from '../../documents/files/csv.ts';
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
};

const row = (section: string, code: string, label: Bilingual, facts: Partial<Row>): Row => ({
  ...blank,
  section,
  code,
  label_en: label.en,
  label_fr: label.fr,
  ...facts,
});
const figure = ({ value, covered, asked }: CoveredFigure): Partial<Row> => ({ value, covered, asked });

function quarterRows({ quarters, indicators }: Across): readonly Row[] {
  return indicators.flatMap(({ code, name, cells, coverageOf }) =>
    quarters.map((quarter, index) => {
      const { name: period } = periodOf(quarter);
      return row('quarters', code, name, {
        ...figure(cells[index] ?? { value: null, covered: 0, asked: 0 }),
        period_en: period.en,
        period_fr: period.fr,
        coverage_of: coverageOf,
      });
    }),
  );
}

/** The year to date; where it is compared, over those that know both years, in a row of its own. */
function yearRows({ quarters, indicators }: Across): readonly Row[] {
  const last = quarters.at(-1);
  const period = last ? fiscalYearName(last.fiscalYear) : null;
  return indicators.flatMap(({ code, name, year, coverageOf }) => {
    if (!year) return [];
    const facts = { period_en: period?.en ?? null, period_fr: period?.fr ?? null, coverage_of: coverageOf };
    const { whole, before, now, share, compared } = year;
    return [
      row('year_to_date', code, name, { ...facts, ...figure(whole) }),
      row('year_compared', code, name, {
        ...facts,
        value: now,
        previous: before,
        change_share: share === null ? null : Math.round(share * 10_000) / 10_000,
        covered: compared,
        asked: whole.asked,
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

function headlineRows({ backlog, activities }: Across): readonly Row[] {
  const asked = Object.values(backlog).reduce((sum, count) => sum + count, 0);
  const { done, all } = activities;
  return [
    ...(Object.keys(backlogLabels) as (keyof Across['backlog'])[]).map((key) =>
      row('backlog', key, backlogLabels[key], {
        value: backlog[key],
        covered: asked - backlog.unknown,
        asked,
        coverage_of: 'units',
      }),
    ),
    row(
      'activities',
      'done',
      { en: 'Activities completed or under way', fr: 'Activités terminées ou en cours' },
      { value: done },
    ),
    row('activities', 'all', headings.activities, { value: all }),
    row(
      'activities',
      'share',
      { en: 'Share completed or under way', fr: 'Part terminée ou en cours' },
      { value: done === null || !all ? null : Math.round((done / all) * 10_000) / 10_000 },
    ),
  ];
}

function contributionRows({ years, contributions }: Across): readonly Row[] {
  const label = { en: 'Contribution spent', fr: 'Contribution dépensée' };
  const total = years.map((_, index) => {
    const known = contributions.flatMap(({ cents }) => cents[index] ?? []);
    return known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
  });
  const rowsOf = (code: string, cents: readonly (number | null)[]): readonly Row[] =>
    years.map((year, index) => {
      const amount = cents[index] ?? null;
      const { en, fr } = fiscalYearName(year);
      return row('contributions', code, label, {
        period_en: en,
        period_fr: fr,
        value: amount === null ? null : { cents: amount },
      });
    });
  return [...contributions.flatMap(({ agreementCode, cents }) => rowsOf(agreementCode, cents)), ...rowsOf('', total)];
}

function groupRows({ funded, unfunded, agreements, indicators }: Across): readonly Row[] {
  const nameOf = (code: string): Bilingual =>
    indicators.find((each) => each.code === code)?.name ?? { en: code, fr: code };
  const rowsOf = (section: string, figures: Across['funded']['figures']): readonly Row[] =>
    figures.map(({ code, ...cell }) => row(section, code, nameOf(code), figure(cell)));
  return [
    ...rowsOf('funded_units', funded.figures),
    ...rowsOf('unfunded_units', unfunded.figures),
    ...agreements.flatMap(({ code, figures }) => rowsOf(`${headings.agreement.en} ${code ?? ''}`, figures)),
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
    const bytes = toCsv(columns, acrossTable(await readAcross(context.read, asked)), separator);
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'quarter', id: periodOf(asked.quarter).id }, facts: { across: true } },
    });
    return { bytes: bytes.byteLength };
  },
};
