import { IconHelpCircle } from '@tabler/icons-react';
import type { ValueField } from '#contract/intake/imports';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import { codesOf, type Survey } from './values.ts';

type Values = Survey['values'][number];

interface ValuesTableProps {
  readonly values: Values;
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly isBusy: boolean;
  readonly onChange: (text: string, code: string | null) => void;
}

function labelOf(t: Translate, field: Exclude<ValueField, 'unitCode'>, code: string): string {
  switch (field) {
    case 'source':
      return t(`codes:referralSource.${code as (typeof codesOf.source)[number]}`);
    case 'riskBand':
      return t(`codes:riskBand.${code as (typeof codesOf.riskBand)[number]}`);
    case 'conclusion':
      return code === 'open'
        ? t('imports:values.open')
        : t(`codes:referralState.${code as Exclude<(typeof codesOf.conclusion)[number], 'open'>}`);
  }
}

/** What a text may mean here. */
function useOptions(field: ValueField) {
  const t = useText();
  const { units } = useNames();
  if (field === 'unitCode') return units.map(({ id, code }) => ({ value: id, label: code }));
  return codesOf[field].map((code) => ({ value: code, label: labelOf(t, field, code) }));
}

/** Each different text of a column, how often it comes, and what it means; what does not say so itself comes first. */
export function ValuesTable({ values, chosen, isBusy, onChange }: ValuesTableProps) {
  const t = useText();
  const options = useOptions(values.field);
  const title = t(`codes:importField.${values.field}`);
  const rows = values.texts.toSorted((a, b) => Number(a.isSure) - Number(b.isSure));
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.valuesTitle}>{title}</h3>
      {values.isTooMany && <p className={shared.quiet}>{t('imports:values.tooMany')}</p>}
      <div className={classes.values}>
        <DataTable
          caption={title}
          rows={rows}
          rowKey={({ text }) => text}
          keepsOrder
          columns={[
            { key: 'text', header: t('imports:values.text'), value: ({ text }) => text },
            { key: 'count', header: t('imports:values.rows'), as: 'number', narrow: true, value: ({ count }) => count },
            {
              key: 'code',
              header: t('imports:values.means'),
              narrow: true,
              cell: ({ text }) => (
                <Choice
                  size="xs"
                  w={232}
                  aria-label={t('imports:values.meansOf', { text })}
                  empty={t('imports:values.nothing')}
                  options={options}
                  value={chosen[text] ?? ''}
                  disabled={isBusy}
                  onChange={(code) => {
                    onChange(text, code === '' ? null : code);
                  }}
                />
              ),
            },
            {
              key: 'sure',
              header: t('imports:values.toCheck'),
              cell: ({ isSure }) =>
                !isSure && <StatusBadge icon={IconHelpCircle} tone="dueSoon" label={t('imports:values.toCheck')} />,
            },
          ]}
        />
      </div>
    </section>
  );
}
