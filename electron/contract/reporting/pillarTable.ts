import type { TableColumn } from '../documents/column.ts';
import type { Bilingual } from '../ground/common.ts';
import { both } from '../words/both.ts';
import { headings } from '../words/headings.ts';
import { reporting } from '../words/reporting.ts';
import type { Pillar } from './pillars.ts';
import type { PillarSpending, YearByPillar } from './pillarSpending.ts';

export const pillarWords = reporting.pillarSpending;

/** A pillar, the lines that name none, or all of a fiscal year. */
export interface PillarRow extends Omit<PillarSpending, 'pillar'> {
  readonly row: 'pillar' | 'none' | 'total';
  readonly fiscalYear: number;
  /** Empty where the row is of no one pillar. */
  readonly code: string;
  readonly name: Bilingual;
}

export function pillarRows({ fiscalYear, rows, total }: YearByPillar, pillars: readonly Pillar[]): PillarRow[] {
  const nameOf = (code: string): Bilingual => {
    const found = pillars.find((each) => each.code === code);
    return found ? { en: found.nameEn, fr: found.nameFr } : { en: '', fr: '' };
  };
  return [
    ...rows.map(({ pillar, ...spending }): PillarRow =>
      pillar === null
        ? { row: 'none', fiscalYear, code: '', name: pillarWords.none, ...spending }
        : { row: 'pillar', fiscalYear, code: pillar, name: nameOf(pillar), ...spending },
    ),
    { row: 'total', fiscalYear, code: '', name: headings.total, ...total },
  ];
}

/** A name with its code, where there is one. */
export const withCode = (code: string, name: string): string => [code, name].filter((each) => each !== '').join(' ');

/** The pillar with its code, for who reads. */
export const pillarColumn: TableColumn<PillarRow> = {
  name: 'pillar',
  label: pillarWords.pillar,
  kind: 'words',
  value: ({ code, name: { en, fr } }) => ({ en: withCode(code, en), fr: withCode(code, fr) }),
};

/** What was spent, as every table of it shows it. */
export const spendingColumns: readonly TableColumn<PillarRow>[] = [
  { name: 'budget_lines', label: pillarWords.lines, kind: 'tally', value: ({ lines }) => lines },
  { name: 'spent', label: pillarWords.spent, kind: 'money', value: ({ spent }) => spent },
  { name: 'to_projects', label: pillarWords.toProjects, kind: 'money', value: ({ toProjects }) => toProjects },
  { name: 'not_to_projects', label: pillarWords.elsewhere, kind: 'money', value: ({ elsewhere }) => elsewhere },
  {
    name: 'not_entered_whether_to_project',
    label: pillarWords.notSaid,
    kind: 'money',
    value: ({ notSaid }) => notSaid,
  },
  {
    name: 'share_to_projects',
    label: pillarWords.share,
    note: both(
      'Of what was spent; blank where a line that spent does not say where it goes',
      'De ce qui est dépensé; vide si une ligne dépensée n’indique pas sa destination',
    ),
    kind: 'share',
    value: ({ share }) => share,
  },
];

export const enteredColumn: TableColumn<PillarRow> = {
  name: 'entered',
  label: pillarWords.entered,
  kind: 'text',
  value: ({ entered, asked }) => `${String(entered)}/${String(asked)}`,
};
