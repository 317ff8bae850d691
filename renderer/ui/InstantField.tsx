import { TextInput, type TextInputProps } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useText } from '../i18n/text.ts';
import { formatInstant } from '../lib/format.ts';
import { dayAndTime, instantOf } from '../lib/instant.ts';
import { problemMessage } from './formErrors.tsx';
import { useTypedDay } from './useTypedDay.tsx';

interface InstantFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A day and a time of this computer's zone as they are stored, or as typed where the text is none. */
function toInstant(typed: string): string {
  const at = instantOf(typed);
  return at === null ? typed : formatInstant(at);
}

/** A day and a time of this computer's zone, typed as people write them. */
export function InstantField({ value = '', onChange, onBlur, error, ...rest }: InstantFieldProps) {
  const t = useText();
  const { day = '', time = '' } = dayAndTime(value) ?? {};
  const withDay = (chosen: string) => `${chosen} ${time}`;
  const { field } = useTypedDay({ value, onChange, onBlur, read: toInstant, day, withDay, tense: 'past', error });
  return (
    <TextInput placeholder={t('common:instantForm')} autoComplete="off" maxLength={50} w={184} {...rest} {...field} />
  );
}

/** What a form says where the text is no instant. */
export function instantProblem(path: string, typed: string): FormErrors {
  return instantOf(typed) === null ? { [path]: problemMessage('not_an_instant') } : {};
}
