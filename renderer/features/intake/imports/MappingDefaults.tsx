import type { ReactNode } from 'react';
import { dateOrder, type ImportMapping } from '#contract/intake/imports';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import classes from './Imports.module.css';

type Defaults = Pick<ImportMapping, 'dateOrder' | 'unitId'> & {
  readonly columns: { readonly unitCode?: number | undefined };
};

interface DefaultsProps<M extends Defaults> {
  readonly mapping: M;
  readonly isBusy: boolean;
  readonly onChange: (mapping: M) => void;
  readonly children?: ReactNode;
}

/** What the columns do not say. */
export function MappingDefaults<M extends Defaults>({ mapping, isBusy, onChange, children }: DefaultsProps<M>) {
  const t = useText();
  const { units } = useNames();
  return (
    <div className={classes.fields}>
      <Choice
        label={t('imports:mapping.dateOrder')}
        options={dateOrder.options.map((order) => ({ value: order, label: t(`imports:dateOrder.${order}`) }))}
        value={mapping.dateOrder}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...mapping, dateOrder: dateOrder.parse(value) });
        }}
      />
      <Choice
        label={t(mapping.columns.unitCode === undefined ? 'imports:mapping.unit' : 'imports:mapping.unitElse')}
        empty={t(mapping.columns.unitCode === undefined ? 'common:choose' : 'imports:mapping.sourceInvalid')}
        options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
        value={mapping.unitId ?? ''}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...mapping, unitId: value === '' ? null : (value as UnitId) });
        }}
      />
      {children}
    </div>
  );
}
