import { Autocomplete } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useText } from '../../../../i18n/text.ts';
import { isOffenceOf, useOffenceNames } from '../offences/useOffenceNames.ts';

interface SectionFieldProps extends Omit<
  ComponentProps<typeof Autocomplete>,
  'data' | 'filter' | 'renderOption' | 'label'
> {
  /** The day of the offence or, without it, of the charge. */
  readonly on: string;
}

/** A section of the catalogue that was an offence on the day, found by number or words; one of another act is typed. */
export function SectionField({ on, value = '', ...rest }: SectionFieldProps) {
  const t = useText();
  const names = useOffenceNames();
  const offered = new Map(
    names.all.filter((each) => each.act === 'C-46' && isOffenceOf(each, on, on)).map((each) => [each.section, each]),
  );
  const isTyped =
    value.trim() !== '' && names.all.length > 0 && names.all.every(({ section }) => section !== value.trim());
  return (
    <Autocomplete
      label={t('codes:field.section')}
      value={value}
      description={t(isTyped ? 'offences:charge.sectionTyped' : 'offences:charge.sectionHint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={[...offered.keys()]}
      filter={({ options, search }) =>
        options.filter((option) => {
          const offence = 'value' in option ? offered.get(option.value) : undefined;
          return offence !== undefined && names.isFound(offence.code, search);
        })
      }
      renderOption={({ option }) => {
        const offence = offered.get(option.value);
        return offence === undefined ? option.value : names.label(offence);
      }}
      comboboxProps={{ width: 400, position: 'bottom-start' }}
      {...rest}
    />
  );
}
