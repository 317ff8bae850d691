import { Textarea } from '@mantine/core';
import type { Bilingual } from '#contract/ground/common';
import type { EnteredCell } from '#contract/reporting/frameworks';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { GridCell, GridColumn } from '../../../ui/grid/columns.ts';
import { EditableGrid } from '../../../ui/grid/EditableGrid.tsx';
import {
  differenceOf,
  editKey,
  readNumber,
  savedIn,
  withEdit,
  writeNumber,
  type Edits,
  type Grid,
  type NumberField,
} from './edits.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Frameworks.module.css';

interface GridProps {
  readonly grid: Grid;
  readonly edits: Edits;
  readonly onChange: (edits: Edits) => void;
}

type Unit = Grid['units'][number];
type Indicator = Grid['indicators'][number];

interface Field {
  readonly field: NumberField;
  /** Of a category. */
  readonly name: Bilingual | null;
}

function fieldsOf({ total, categories }: Indicator): readonly Field[] {
  if (total === 'ratio') return (['numerator', 'denominator'] as const).map((field) => ({ field, name: null }));
  const parts = categories.map(({ code, name }): Field => ({ field: `part:${code}`, name }));
  return [{ field: 'value', name: null }, ...parts];
}

/** Units down, indicators across; a share is entered by its parts and never typed. */
export function EnteredGrid({ grid, edits, onChange }: GridProps) {
  const t = useText();
  const { bilingual, locale } = useFormat();
  const fields = grid.indicators.flatMap((indicator) =>
    fieldsOf(indicator).map(({ field, name }) => ({ key: `${indicator.code} ${field}`, indicator, field, name })),
  );
  const find = (unit: Unit, code: string): EnteredCell | undefined =>
    grid.cells.find((cell) => cell.unitId === unit.id && cell.code === code);
  const nameOf = ({ field, name }: Field): string =>
    name === null ? t(`frameworks:field.${field as 'numerator' | 'denominator'}`) : bilingual(name);
  const cellOf = (unit: Unit, { code }: Indicator, { field, name }: Field): GridCell | null => {
    const cell = find(unit, code);
    if (cell === undefined) return null;
    const edit = edits.get(editKey(unit.id, code, field));
    const saved = writeNumber(savedIn(cell, field), locale);
    const text = edit ?? saved;
    const label = `${unit.code} ${code}`;
    const count = readNumber(text);
    const isWhole = name === null || count == null || Number.isInteger(count);
    const problem = count === undefined || !isWhole ? t('common:notANumber') : undefined;
    return {
      label: field === 'value' ? label : `${label}, ${nameOf({ field, name })}`,
      text,
      saved,
      isChanged: edit !== undefined,
      problem,
      below: (
        <div className={classes.below}>
          {problem !== undefined && <div className={classes.problem}>{problem}</div>}
          {cell.computed !== null && field !== 'numerator' && name === null && (
            <Reconciliation cell={cell} label={label} edits={edits} onChange={onChange} />
          )}
        </div>
      ),
    };
  };
  const columns = fields.map(({ key, indicator, field, name }): GridColumn<Unit> => ({
    key,
    header: (
      <>
        {indicator.code} · {bilingual(indicator.name)}
        <div className={shared.small}>
          {field === 'value' ? bilingual(indicator.unitOfMeasure) : nameOf({ field, name })}
        </div>
      </>
    ),
    kind: 'number',
    cell: (unit) => cellOf(unit, indicator, { field, name }),
  }));
  return (
    <EditableGrid
      caption={t('frameworks:tab.entered')}
      rows={grid.units}
      rowKey={({ id }) => id}
      rowHead={{
        header: t('codes:heading.unit'),
        of: ({ code, name }) => <span title={bilingual(name)}>{code}</span>,
      }}
      columns={columns}
      onType={(texts) => {
        onChange(
          texts.reduce((next, { row, column, text }) => {
            const place = fields.find(({ key }) => key === column);
            return place === undefined ? next : withEdit(next, find(row, place.indicator.code), place.field, text);
          }, edits),
        );
      }}
    />
  );
}

interface ReconciliationProps extends Pick<GridProps, 'edits' | 'onChange'> {
  readonly cell: EnteredCell;
  readonly label: string;
}

/** What Vigie computes, the difference, and why, where they are not the same. */
function Reconciliation({ cell, label, edits, onChange }: ReconciliationProps) {
  const t = useText();
  const format = useFormat();
  const typed = edits.get(editKey(cell.unitId, cell.code, 'value'));
  const value = typed === undefined ? cell.value : (readNumber(typed) ?? null);
  const difference = differenceOf(value, cell.computed);
  const computed = cell.computed?.value ?? null;
  return (
    <>
      {t('frameworks:entered.computed', {
        value: computed === null ? t('codes:valueStatus.not_available') : format.number(computed),
      })}
      {difference !== null && (
        <>
          <div>{t('frameworks:entered.difference', { value: format.change(difference) })}</div>
          {(['en', 'fr'] as const).map((language) => (
            <Textarea
              key={language}
              size="xs"
              autosize
              minRows={1}
              maxLength={1500}
              lang={`${language}-CA`}
              label={t('frameworks:entered.why', { language: t(`codes:language.${language}`) })}
              aria-label={`${label}, ${t('frameworks:entered.why', { language: t(`codes:language.${language}`) })}`}
              value={edits.get(editKey(cell.unitId, cell.code, language)) ?? cell.why[language]}
              onChange={(event) => {
                onChange(new Map(edits).set(editKey(cell.unitId, cell.code, language), event.currentTarget.value));
              }}
            />
          ))}
        </>
      )}
    </>
  );
}
