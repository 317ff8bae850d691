import { Textarea, TextInput } from '@mantine/core';
import type { EnteredCell } from '#contract/reporting/frameworks';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { differenceOf, editKey, readNumber, writeNumber, type Edits, type EnteredField, type Grid } from './edits.ts';
import classes from './Frameworks.module.css';

interface GridProps {
  readonly grid: Grid;
  readonly edits: Edits;
  readonly onChange: (edits: Edits) => void;
}

/** Units down, indicators across. */
export function EnteredGrid({ grid, edits, onChange }: GridProps) {
  const t = useText();
  const format = useFormat();
  return (
    <div className={classes.scroll}>
      <table className={classes.grid}>
        <caption className="visually-hidden">{t('frameworks:tab.entered')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('frameworks:entered.unit')}</th>
            {grid.indicators.map(({ code, name, unitOfMeasure }) => (
              <th key={code} scope="col">
                {code} · {format.bilingual(name)}
                <div className={classes.minor}>{format.bilingual(unitOfMeasure)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row" title={format.bilingual(unit.name)}>
                {unit.code}
              </th>
              {grid.indicators.map(({ code, total }) => {
                const cell = grid.cells.find((each) => each.unitId === unit.id && each.code === code);
                return (
                  <td key={code}>
                    {cell !== undefined && (
                      <Cell
                        cell={cell}
                        label={`${unit.code} ${code}`}
                        isShare={total === 'ratio'}
                        edits={edits}
                        onType={(field, text) => {
                          onChange(new Map(edits).set(editKey(unit.id, code, field), text));
                        }}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: EnteredCell;
  readonly label: string;
  readonly isShare: boolean;
  readonly edits: Edits;
  readonly onType: (field: EnteredField, text: string) => void;
}

/** A share is entered by its parts and never typed. */
function Cell({ cell, label, isShare, edits, onType }: CellProps) {
  const t = useText();
  const { locale } = useFormat();
  const number = (field: 'value' | 'numerator' | 'denominator') => {
    const text = edits.get(editKey(cell.unitId, cell.code, field)) ?? writeNumber(cell[field], locale);
    return (
      <TextInput
        key={field}
        size="xs"
        w={110}
        aria-label={isShare ? `${label}, ${t(`frameworks:field.${field === 'value' ? 'total' : field}`)}` : label}
        placeholder={isShare && field !== 'value' ? t(`frameworks:field.${field}`) : undefined}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={readNumber(text) === undefined ? t('frameworks:entered.noNumber') : undefined}
        onChange={(event) => {
          onType(field, event.currentTarget.value);
        }}
      />
    );
  };
  return (
    <>
      {(isShare ? (['numerator', 'denominator'] as const) : (['value'] as const)).map(number)}
      {cell.computed !== null && <Reconciliation cell={cell} label={label} edits={edits} onType={onType} />}
    </>
  );
}

/** What Vigie computes, the difference, and why, where they are not the same. */
function Reconciliation({ cell, label, edits, onType }: Omit<CellProps, 'isShare'>) {
  const t = useText();
  const format = useFormat();
  const typed = edits.get(editKey(cell.unitId, cell.code, 'value'));
  const value = typed === undefined ? cell.value : (readNumber(typed) ?? null);
  const difference = differenceOf(value, cell.computed);
  const computed = cell.computed?.value ?? null;
  return (
    <div className={classes.minor}>
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
              label={t('frameworks:entered.why', { language: t(`frameworks:language.${language}`) })}
              aria-label={`${label}, ${t('frameworks:entered.why', { language: t(`frameworks:language.${language}`) })}`}
              value={edits.get(editKey(cell.unitId, cell.code, language)) ?? cell.why[language]}
              onChange={(event) => {
                onType(language, event.currentTarget.value);
              }}
            />
          ))}
        </>
      )}
    </div>
  );
}
