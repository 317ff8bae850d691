import { Textarea } from '@mantine/core';
import type { EnteredCell } from '#contract/reporting/frameworks';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { GridCell, GridColumn } from '../../../ui/grid/columns.ts';
import { EditableGrid } from '../../../ui/grid/EditableGrid.tsx';
import {
  differenceOf,
  editKey,
  readNumber,
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

/** Units down, indicators across; a share is entered by its parts and never typed. */
export function EnteredGrid({ grid, edits, onChange }: GridProps) {
  const t = useText();
  const { bilingual, locale } = useFormat();
  const fields = grid.indicators.flatMap((indicator) =>
    (indicator.total === 'ratio' ? (['numerator', 'denominator'] as const) : (['value'] as const)).map((field) => ({
      key: `${indicator.code} ${field}`,
      indicator,
      field,
    })),
  );
  const find = (unit: Unit, code: string): EnteredCell | undefined =>
    grid.cells.find((cell) => cell.unitId === unit.id && cell.code === code);
  const cellOf = (unit: Unit, { code }: Indicator, field: NumberField): GridCell | null => {
    const cell = find(unit, code);
    if (cell === undefined) return null;
    const edit = edits.get(editKey(unit.id, code, field));
    const saved = writeNumber(cell[field], locale);
    const text = edit ?? saved;
    const label = `${unit.code} ${code}`;
    const problem = readNumber(text) === undefined ? t('common:notANumber') : undefined;
    return {
      label: field === 'value' ? label : `${label}, ${t(`frameworks:field.${field}`)}`,
      text,
      saved,
      isChanged: edit !== undefined,
      problem,
      below: (
        <div className={classes.below}>
          {problem !== undefined && <div className={classes.problem}>{problem}</div>}
          {cell.computed !== null && field !== 'numerator' && (
            <Reconciliation cell={cell} label={label} edits={edits} onChange={onChange} />
          )}
        </div>
      ),
    };
  };
  const columns = fields.map(({ key, indicator, field }): GridColumn<Unit> => ({
    key,
    header: (
      <>
        {indicator.code} · {bilingual(indicator.name)}
        <div className={shared.small}>
          {field === 'value' ? bilingual(indicator.unitOfMeasure) : t(`frameworks:field.${field}`)}
        </div>
      </>
    ),
    kind: 'number',
    cell: (unit) => cellOf(unit, indicator, field),
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
