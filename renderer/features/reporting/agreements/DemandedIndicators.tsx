import { MultiSelect } from '@mantine/core';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';

interface DemandedIndicatorsProps {
  readonly value: readonly string[] | null;
  readonly onChange: (value: string[] | null) => void;
}

/** Which indicators of the framework in force the agreement insists on; none chosen: it takes the framework as it is. */
export function DemandedIndicators({ value, onChange }: DemandedIndicatorsProps) {
  const t = useText();
  const words = useFormat();
  const list = useRead('frameworks.list', { on: today() });
  const version = list.data?.versions.find((each) => each.inForce)?.version ?? '';
  const { data } = useRead('frameworks.get', { version }, { enabled: version !== '' });
  const known = (data?.indicators ?? []).filter(({ code }) => code !== 'K1');
  const codes = [...new Set([...known.map(({ code }) => code), ...(value ?? [])])];
  return (
    <MultiSelect
      label={t('agreements:field.indicators')}
      description={t('agreements:hint.indicators')}
      placeholder={value === null ? t('agreements:allIndicators') : undefined}
      data={codes.map((code) => {
        const name = known.find((each) => each.code === code)?.name;
        return { value: code, label: name === undefined ? code : `${code} · ${words.bilingual(name)}` };
      })}
      value={[...(value ?? [])]}
      searchable
      clearable
      onChange={(chosen) => {
        onChange(chosen.length === 0 ? null : chosen);
      }}
    />
  );
}
