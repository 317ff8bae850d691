import { TextInput, type TextInputProps } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useText } from '../i18n/text.ts';
import { instantOf } from '../lib/instant.ts';
import { problemMessage } from './formErrors.tsx';

interface InstantFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A day and a time of this computer's zone, typed as YYYY-MM-DD HH:MM. */
export function InstantField({ value = '', onChange, ...rest }: InstantFieldProps) {
  const t = useText();
  return (
    <TextInput
      placeholder={t('common:instantForm')}
      autoComplete="off"
      maxLength={16}
      w={184}
      {...rest}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}

/** What a form says where the text is no instant. */
export function instantProblem(path: string, typed: string): FormErrors {
  return instantOf(typed) === null ? { [path]: problemMessage('not_an_instant') } : {};
}
