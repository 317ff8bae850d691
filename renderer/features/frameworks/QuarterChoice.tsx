import { Group, SegmentedControl, Select } from '@mantine/core';
import { format } from 'date-fns';
import {
  previousQuarter,
  quarterOf,
  type FiscalQuarter,
  type FiscalYear,
  type Month,
  type Quarter,
} from '#contract/dates';
import { useText } from '../../i18n/text.ts';
import { fiscalYearsUpTo, formatFiscalYear, quarterNumbers } from '../../lib/fiscal.ts';
import { useFormat } from '../../lib/useFormat.ts';

/** The last quarter that is over on the computer's own day. */
export function lastWholeQuarter(): Quarter {
  return previousQuarter(quarterOf(format(new Date(), 'yyyy-MM') as Month));
}

interface QuarterChoiceProps {
  readonly value: Quarter;
  readonly onChange: (value: Quarter) => void;
}

export function QuarterChoice({ value, onChange }: QuarterChoiceProps) {
  const t = useText();
  const { locale } = useFormat();
  const years = fiscalYearsUpTo((lastWholeQuarter().fiscalYear + 1) as FiscalYear, 12);
  return (
    <Group gap="sm" align="end">
      <Select
        label={t('frameworks:entered.year')}
        data={years.map((year) => ({ value: String(year), label: formatFiscalYear(year, locale) }))}
        value={String(value.fiscalYear)}
        allowDeselect={false}
        w={160}
        onChange={(year) => {
          if (year !== null) onChange({ ...value, fiscalYear: Number(year) as FiscalYear });
        }}
      />
      <SegmentedControl
        aria-label={t('frameworks:entered.quarter')}
        data={quarterNumbers.map((quarter) => ({
          value: String(quarter),
          label: t('frameworks:entered.quarterShort', { quarter }),
        }))}
        value={String(value.quarter)}
        onChange={(quarter) => {
          onChange({ ...value, quarter: Number(quarter) as FiscalQuarter });
        }}
      />
    </Group>
  );
}
