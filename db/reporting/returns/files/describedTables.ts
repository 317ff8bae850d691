import type { Bilingual } from '#contract/ground/common';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { quarterlyReturn, terms } from '#contract/words/terms';
import { periodOf } from '#contract/ground/period';
import type { BuiltFile } from '../../../documents/files/builtFile.ts';
import type { CsvSeparator } from '../../../documents/files/csv.ts';
import {
  dataPackageName,
  dataPackageOf,
  type DescribedTable,
  type TableField,
} from '../../../documents/files/dataPackage.ts';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { pillarWords } from '#contract/reporting/pillarTable';
import { tidyFields } from '../dictionaryLabels.ts';
import { dictionaryColumns } from './dictionary.ts';
import { folderName } from '../periods.ts';

const both = ({ en, fr }: Bilingual): string => `${en} / ${fr}`;

/** Of the dictionary, what is no text. */
const types: Readonly<Record<string, TableField['type']>> = { baseline: 'number', target: 'number', target_on: 'date' };
const suppressed: Bilingual = {
  en: 'x: suppressed; rounded_3 or rounded_5: rounded to that base; blank: as counted',
  fr: 'x : supprimé; rounded_3 ou rounded_5 : arrondi à cette base; vide : tel que compté',
};
const fieldsOf = (isRelease: boolean): readonly TableField[] =>
  Object.entries(tidyFields).map(([name, { type, note }]) => ({
    name,
    type,
    description: both(isRelease && name === 'suppression' ? suppressed : note),
  }));
const dictionaryFields = dictionaryColumns.map((name): TableField => ({ name, type: types[name] ?? 'string' }));

const titles: Readonly<Record<string, Bilingual>> = {
  'indicators.csv': headings.indicators,
  'ledger.csv': { en: 'Backlog movements by month', fr: 'Mouvements de l’arriéré par mois' },
  'counterfactual.csv': terms.backlogEstimate,
  'cash-flow.csv': codeWords.register.cash,
  'spending-by-pillar.csv': pillarWords.title,
  'panel.csv': { en: 'Figures by unit and month', fr: 'Chiffres par unité et par mois' },
  'data-dictionary.csv': { en: 'Data dictionary', fr: 'Dictionnaire de données' },
};

function described(file: BuiltFile, isRelease: boolean): DescribedTable {
  const title = titles[file.name];
  return {
    file,
    title: title ? both(title) : file.name,
    fields: file.name === 'data-dictionary.csv' ? dictionaryFields : fieldsOf(isRelease),
  };
}

interface Described {
  readonly content: Pick<ReturnContent, 'agreement' | 'quarter'>;
  readonly locked: { readonly lockedAt: number; readonly sequence: number };
}

/** `datapackage.json` of the tables of a return or of a release, from the lock alone. */
export function describeTables(
  { content: { agreement, quarter }, locked }: Described,
  files: readonly BuiltFile[],
  { separator, isRelease }: { readonly separator: CsvSeparator; readonly isRelease: boolean },
): BuiltFile {
  const { name } = periodOf(quarter);
  const kind = isRelease ? { en: 'Releasable figures', fr: 'Chiffres publiables' } : quarterlyReturn;
  const facts = {
    name: `${folderName(agreement.code, quarter, locked.sequence)}${isRelease ? '-release' : ''}`,
    title: both({ en: `${kind.en}, ${agreement.code}, ${name.en}`, fr: `${kind.fr}, ${agreement.code}, ${name.fr}` }),
    created: new Date(locked.lockedAt).toISOString(),
    separator,
  };
  const tables = files.filter((each) => each.name.endsWith('.csv')).map((each) => described(each, isRelease));
  return { name: dataPackageName, bytes: Buffer.from(canonicalJson(dataPackageOf(facts, tables)), 'utf8') };
}
