import { createHash } from 'node:crypto';
import { unitNames } from '#contract/accounts/people';
import { quarter as quarterSchema, type Quarter } from '#contract/ground/dates';
import type { Grid } from '../../../documents/workbook/grid.ts';
import { cellName, formulasIn, numberAt, numberProblem, rowsByCode, textAt } from './cells.ts';
import { asksClosing, definitions, isFormMark, unitFields, type UnitField } from './form.ts';
import type { KitUnit } from './payload.ts';
import { problem, refused, type KitProblem, type Problems } from './problem.ts';

export type StatedUnit = Omit<KitUnit, 'stock'>;

export interface ReadUnit {
  readonly unit: StatedUnit;
  readonly closingCell: string;
  readonly formulas: readonly string[];
}

/** 'YYYY-Qn', whose year is the one in which the fiscal year begins. */
function quarterOfText(text: string): Quarter | null {
  const parts = /^(\d{4})-[QT]([1-4])$/i.exec(text);
  const parsed = quarterSchema.safeParse({ fiscalYear: Number(parts?.[1]), quarter: Number(parts?.[2]) });
  return parsed.success ? parsed.data : null;
}

const isDefinition = (text: string): boolean => text === '' || definitions.some((each) => each === text);
const nameRules = {
  code: unitNames.code,
  name_en: unitNames.name.shape.en,
  name_fr: unitNames.name.shape.fr,
  service: unitNames.service,
};
const names = ['code', 'name_en', 'name_fr', 'service'] as const satisfies readonly UnitField[];
const count = { isWhole: true, mayBeNegative: false };

/** Cells of the unit's sheet that are blank, and those that hold what cannot be. */
function unitProblems(sheet: Grid, mark: string, rowOf: (code: UnitField) => number): readonly KitProblem[] {
  const textOf = (code: UnitField): string => textAt(sheet, rowOf(code), 4);
  const isNumber = (code: UnitField): boolean => numberAt(sheet, rowOf(code), 4, count) !== undefined;
  // A balance that has a beginning has an end to compare with.
  const blank = fieldsOf(mark).filter(
    ({ code, asked }) => (asked || (code === 'closing' && textOf('opening') !== '')) && textOf(code) === '',
  );
  const counts = (['opening', 'closing'] as const).filter((code) => code === 'opening' || asksClosing(mark));
  const at = (code: KitProblem['code'], field: UnitField) => problem(code, cellName(sheet, rowOf(field), 4));
  const quarter = textOf('quarter');
  const badNumbers = counts.filter((code) => !isNumber(code));
  return [
    ...blank.filter(({ code }) => !badNumbers.some((each) => each === code)).map(({ code }) => at('kit_missing', code)),
    ...(quarter !== '' && quarterOfText(quarter) === null ? [at('kit_bad_quarter', 'quarter')] : []),
    ...badNumbers.map((code) => numberProblem(sheet, rowOf(code), 4)),
    ...(isDefinition(textOf('definition')) ? [] : [at('kit_bad_definition', 'definition')]),
    ...names
      .filter((code) => textOf(code) !== '' && !nameRules[code].safeParse(textOf(code)).success)
      .map((code) => at('kit_bad_name', code)),
  ];
}

const fieldsOf = (mark: string) => unitFields.filter(({ code }) => code !== 'closing' || asksClosing(mark));

/** A unit without Vigie has no id of its own: its code gives it one, the same in each of its forms (RFC 9562, version 8). */
function unitIdOf(code: string): string {
  const hex = createHash('sha256').update(`vigie-kit ${code.toUpperCase()}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Which edition of the form it is, by the mark in its first row; a file without one is no form. */
function markOf(sheet: Grid, rows: ReadonlyMap<string, number>): { readonly mark: string } | Problems {
  const row = rows.get('form');
  if (row === undefined) return refused('kit_invalid');
  const mark = textAt(sheet, row, 4);
  return mark === '' || isFormMark(mark) ? { mark } : refused('kit_invalid', cellName(sheet, row, 4));
}

export function readUnit(sheet: Grid): ReadUnit | Problems {
  const { rows, twice } = rowsByCode(sheet);
  const marked = markOf(sheet, rows);
  if ('problems' in marked) return marked;
  const { mark } = marked;
  if (twice.length > 0) return { problems: twice };
  const absent = fieldsOf(mark).find(({ code }) => !rows.has(code));
  if (absent) return refused('kit_invalid', `${sheet.name}: ${absent.code}`);
  const rowOf = (code: UnitField): number => rows.get(code) ?? 0;
  const at = (code: UnitField): string => textAt(sheet, rowOf(code), 4);
  const problems = unitProblems(sheet, mark, rowOf);
  const quarter = quarterOfText(at('quarter'));
  if (problems.length > 0 || !quarter) return { problems: [...problems] };
  const numberOf = (code: UnitField): number | null => numberAt(sheet, rowOf(code), 4, count) ?? null;
  const code = at('code');
  const cells = fieldsOf(mark).map((each) => [rowOf(each.code), 4] as const);
  return {
    closingCell: cellName(sheet, rowOf('closing'), 4),
    formulas: formulasIn(sheet, cells),
    unit: {
      mark,
      id: unitIdOf(code),
      quarter,
      code,
      name: { en: at('name_en'), fr: at('name_fr') },
      service: at('service'),
      definition: at('definition'),
      opening: numberOf('opening'),
      closing: asksClosing(mark) ? numberOf('closing') : null,
    },
  };
}
