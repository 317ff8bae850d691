import { useRef } from 'react';
import { TextInput, type TextInputProps } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useText } from '../i18n/text.ts';
import { formatInstant } from '../lib/format.ts';
import { dayAndTime, instantOf } from '../lib/instant.ts';
import { DayRead } from './DayRead.tsx';
import { problemMessage } from './formErrors.tsx';
import { useTyped } from './useTyped.ts';

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
export function InstantField({ value = '', onChange, onBlur, ...rest }: InstantFieldProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const typed = useTyped(value, onChange, toInstant);
  const parts = dayAndTime(value);
  return (
    <TextInput
      placeholder={t('common:instantForm')}
      autoComplete="off"
      maxLength={50}
      w={184}
      {...rest}
      ref={input}
      value={typed.text}
      onChange={(event) => {
        typed.type(event.currentTarget.value);
      }}
      onBlur={(event) => {
        typed.leave();
        onBlur?.(event);
      }}
      inputContainer={(field) => (
        <div>
          {field}
          <DayRead
            text={parts?.day ?? ''}
            tense="past"
            isSaid={typed.isOther}
            onChoose={(day) => {
              typed.choose(`${day} ${parts?.time ?? ''}`);
              input.current?.focus();
            }}
          />
        </div>
      )}
    />
  );
}

/** What a form says where the text is no instant. */
export function instantProblem(path: string, typed: string): FormErrors {
  return instantOf(typed) === null ? { [path]: problemMessage('not_an_instant') } : {};
}
