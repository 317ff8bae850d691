import type { Ref } from 'react';
import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { civilDate } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { today } from '../lib/today.ts';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Content of the field: a civil date once it is whole, whatever was typed before. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** 20261123, 2026/11/23 and 2026-11-23 are one day; what is no such form is left for the form's check to refuse. */
function toCivil(typed: string): string {
  const parts = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/.exec(typed.trim());
  return parts === null ? typed : parts.slice(1).join('-');
}

/** A day, typed as YYYY-MM-DD or picked. It never corrects: 31 February stays as typed and is refused. */
export function DateField({ value = '', onChange, ...rest }: DateFieldProps) {
  const t = useText();
  return (
    <TextInput
      placeholder={t('common:dateForm')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      {...rest}
      value={value}
      // At once and not on leaving: Ctrl+Enter sends the form from within the field.
      onChange={(event) => onChange?.(toCivil(event.currentTarget.value))}
      rightSection={<DayPicker value={value} onPick={(day) => onChange?.(day)} />}
    />
  );
}

interface DayPickerProps {
  readonly value: string;
  readonly onPick: (day: string) => void;
}

function DayPicker({ value, onPick }: DayPickerProps) {
  const t = useText();
  const [opened, { close, toggle }] = useDisclosure(false);
  const picked = civilDate.safeParse(value).success ? value : null;
  return (
    <Popover opened={opened} onChange={close} onDismiss={close} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size="sm" onClick={toggle} aria-label={t('common:pickDate')}>
          <IconCalendar size={16} stroke={1.5} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        // Escape closes the calendar and leaves the dialog under it open: Mantine's dialogs look for this mark.
        onFocusCapture={(event) => {
          event.target.setAttribute('data-mantine-stop-propagation', 'true');
        }}
      >
        <DatePicker
          size="xs"
          ariaLabels={{
            nextMonth: t('common:calendar.nextMonth'),
            previousMonth: t('common:calendar.previousMonth'),
            nextYear: t('common:calendar.nextYear'),
            previousYear: t('common:calendar.previousYear'),
            nextDecade: t('common:calendar.nextDecade'),
            previousDecade: t('common:calendar.previousDecade'),
          }}
          value={picked}
          defaultDate={picked ?? today()}
          onChange={(day) => {
            if (day !== null) onPick(day);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
