import { Group, Select, SegmentedControl } from '@mantine/core';
import { quarterNumbers, type FiscalQuarter, type FiscalYear, type Quarter } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import { fiscalYearsUpTo, lastWholeQuarter } from '../lib/fiscal.ts';

interface QuarterPickerProps {
  readonly value: Quarter;
  readonly onChange: (value: Quarter) => void;
}

export function QuarterPicker({ value, onChange }: QuarterPickerProps) {
  const t = useText();
  const format = useFormat();
  const years = fiscalYearsUpTo((lastWholeQuarter().fiscalYear + 1) as FiscalYear, 12);
  return (
    <Group gap="sm" align="end">
      <Select
        label={t('codes:heading.fiscalYear')}
        data={years.map((year) => ({ value: String(year), label: format.bareYear(year) }))}
        value={String(value.fiscalYear)}
        allowDeselect={false}
        w={200}
        onChange={(year) => {
          if (year !== null) onChange({ ...value, fiscalYear: Number(year) as FiscalYear });
        }}
      />
      <SegmentedControl
        aria-label={t('codes:heading.quarter')}
        data={quarterNumbers.map((quarter) => ({
          value: String(quarter),
          label: t('common:quarterShort', { quarter }),
        }))}
        value={String(value.quarter)}
        onChange={(quarter) => {
          onChange({ ...value, quarter: Number(quarter) as FiscalQuarter });
        }}
      />
    </Group>
  );
}
