import { Checkbox } from '@mantine/core';
import { IconSignatureOff } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Rollup.module.css';
import { sourceKey, type ChosenSource } from './useSources.ts';

interface UnsignedFormsProps {
  readonly sources: readonly ChosenSource[];
  readonly accepted: ReadonlySet<string>;
  readonly onChange: (accepted: ReadonlySet<string>) => void;
}

/** Nothing proves a form: its figures are seen, and its origin is confirmed, file by file. */
export function UnsignedForms({ sources, accepted, onChange }: UnsignedFormsProps) {
  const unsigned = sources.filter((each) => each.verdict === 'unsigned');
  return unsigned.map((source) => {
    const key = sourceKey(source);
    return (
      <UnsignedForm
        key={key}
        source={source}
        isAccepted={accepted.has(key)}
        onChange={(isAccepted) => {
          const others = [...accepted].filter((each) => each !== key);
          onChange(new Set(isAccepted ? [...others, key] : others));
        }}
      />
    );
  });
}

interface UnsignedFormProps {
  readonly source: ChosenSource;
  readonly isAccepted: boolean;
  readonly onChange: (isAccepted: boolean) => void;
}

function UnsignedForm({ source: { name, says }, isAccepted, onChange }: UnsignedFormProps) {
  const t = useText();
  const format = useFormat();
  const figures = says?.figures ?? [];
  const none = t('codes:valueStatus.not_available');
  return (
    <Notice tone="dueSoon" icon={IconSignatureOff} title={t('rollup:unsigned.title', { names: name })}>
      <p className={classes.lead}>
        {t('rollup:unsigned.text')}
        {says?.awaitsPack === true && ` ${t('rollup:unsigned.awaitsPack')}`}
        {says?.twin === true && ` ${t('rollup:unsigned.twin')}`}
        {says?.replacesForm === true && ` ${t('rollup:unsigned.replacesForm')}`}
      </p>
      {says?.remarks.map(({ code, cells }) => (
        <p key={code} className={classes.lead}>
          {t(`rollup:unsigned.remark.${code}`, { cells: cells.join(', ') })}
        </p>
      ))}
      <DataTable
        caption={t('rollup:unsigned.figures', { name })}
        rows={figures}
        rowKey={({ month }) => month}
        keepsOrder
        columns={[
          { key: 'month', header: t('codes:heading.month'), as: 'shortMonth', value: ({ month }) => month },
          { key: 'opening', header: t('codes:ledger.opening'), as: 'number', value: ({ opening }) => opening, none },
          { key: 'into', header: t('rollup:unsigned.into'), as: 'number', value: ({ into }) => into, none },
          { key: 'out', header: t('rollup:unsigned.out'), as: 'number', value: ({ out }) => out, none },
          { key: 'closing', header: t('codes:ledger.closing'), as: 'number', value: ({ closing }) => closing, none },
          {
            key: 'known',
            header: t('rollup:unsigned.others'),
            narrow: true,
            cell: ({ known, asked }) =>
              t('returns:document.covers', { covered: format.number(known), asked: format.number(asked) }),
          },
          {
            key: 'state',
            header: t('codes:heading.status'),
            narrow: true,
            cell: ({ status }) => t(`codes:valueStatus.${status}`),
          },
        ]}
      />
      <Checkbox
        mt="sm"
        label={t('rollup:unsigned.accept')}
        checked={isAccepted}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
    </Notice>
  );
}
