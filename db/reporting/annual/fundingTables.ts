import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { yearsOf } from '#contract/ground/period';
import { amendmentsOf } from '#contract/reporting/amendments';
import type { AnnualContent } from '#contract/reporting/annual';
import { headings } from '#contract/words/headings';
import type { CsvValue } from '../../documents/files/csv.ts';
import type { TableField } from '../../documents/files/dataPackage.ts';
import { dollarsName } from '../funding/pillarTable.ts';

export interface CsvTable {
  readonly name: string;
  readonly title: Bilingual;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, CsvValue>>[];
}

const dollars = { unit_of_measure_en: dollarsName.en, unit_of_measure_fr: dollarsName.fr };

const flag = (answer: boolean | null): number | null => (answer === null ? null : Number(answer));

/** A row for each amendment, and of one that changes amounts a row for each fiscal year; money in dollars. */
function amendmentRows({ agreement, amendments = [] }: AnnualContent): CsvTable['rows'] {
  return amendmentsOf(amendments).flatMap((amendment): CsvTable['rows'] => {
    const { number, signedOn, inForceOn, newEndsOn, amounts, ...each } = amendment;
    const facts = {
      ...{ agreement_code: agreement.code, number, signed_on: signedOn, in_force_on: inForceOn },
      ...{ new_end: newEndsOn, changes_units: flag(each.changesUnits), changes_other: flag(each.changesOther) },
      ...{ change_en: each.change.en, change_fr: each.change.fr, file_reference: each.fileReference },
    };
    if (amounts.length === 0) return [{ ...facts, fy: '', amount: null, ...dollars }];
    return amounts.map(({ fiscalYear, cents }) => ({
      ...facts,
      fy: yearsOf(fiscalYear as FiscalYear).en,
      amount: { cents },
      ...dollars,
    }));
  });
}

export function amendmentsTable(content: AnnualContent): CsvTable {
  const columns = [
    ...['agreement_code', 'number', 'signed_on', 'in_force_on', 'new_end', 'fy', 'amount', 'changes_units'],
    ...['changes_other', 'change_en', 'change_fr', 'file_reference', 'unit_of_measure_en', 'unit_of_measure_fr'],
  ];
  return { name: 'amendments.csv', title: headings.amendments, columns, rows: amendmentRows(content) };
}

const typesOf = (type: TableField['type'], ...names: readonly string[]) => names.map((name) => [name, type] as const);

/** Of the columns that these tables alone have. */
export const fundingTypes: Readonly<Record<string, TableField['type']>> = Object.fromEntries([
  ...typesOf('date', 'signed_on', 'in_force_on', 'new_end'),
  ...typesOf('integer', 'changes_units', 'changes_other'),
  ...typesOf('number', 'amount'),
]);

export const fundingNotes: Readonly<Record<string, Bilingual>> = {
  signed_on: { en: 'Blank: not signed, so that it changes nothing', fr: 'Vide : non signé, donc sans effet' },
  amount: {
    en: 'Amount of the whole fiscal year after the amendment',
    fr: 'Montant de tout l’exercice après l’avenant',
  },
  changes_units: { en: '1: yes; 0: no; blank: not entered', fr: '1 : oui; 0 : non; vide : non saisi' },
  changes_other: { en: '1: yes; 0: no; blank: not entered', fr: '1 : oui; 0 : non; vide : non saisi' },
};
