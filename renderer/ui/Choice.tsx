import { NativeSelect, type NativeSelectProps } from '@mantine/core';

export interface ChoiceProps extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What the empty value means; absent: there is none. */
  readonly empty?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** One of a few: typing its first letter chooses it, and Tab moves on. */
export function Choice({ options, empty, value = '', onChange, ...rest }: ChoiceProps) {
  return (
    <NativeSelect
      {...rest}
      value={value}
      data={[...(empty === undefined ? [] : [{ value: '', label: empty }]), ...options]}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}
