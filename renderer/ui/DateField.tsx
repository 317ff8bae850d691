import type { Ref } from 'react';
import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { civilDate } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { dayOrTyped, type Tense } from '../lib/readDay.ts';
import { today } from '../lib/today.ts';
import { useTypedDay } from './useTypedDay.tsx';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Content of the field: a civil date once what is typed says one day, whatever was typed before. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** A day that is chosen and not typed. */
  readonly onPick?: (day: string) => void;
  /** Which days it is about; absent: those of a fact. */
  readonly tense?: Tense;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A day, typed as people write it or picked. It never corrects: 31 February stays as typed and is refused. */
export function DateField(props: DateFieldProps) {
  // Its form takes what the cursor passed for what somebody chose: over midnight such a day would stay.
  const { value = '', onChange, onPick, tense = 'past', ref, onBlur, error, onFocus: _, ...rest } = props;
  const t = useText();
  const read = (text: string) => dayOrTyped(text, today(), tense);
  const { choose, field } = useTypedDay({
    value,
    onChange,
    onPick,
    onBlur,
    ref,
    read,
    tense,
    error,
    day: value,
    withDay: identity,
  });
  return (
    <TextInput
      placeholder={t('common:dateForm')}
      autoComplete="off"
      maxLength={40}
      {...rest}
      {...field}
      rightSection={<DayPicker value={value} onPick={choose} />}
    />
  );
}

const identity = (day: string): string => day;

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
