import { Anchor, Text } from '@mantine/core';
import { civilDate } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { readDay, type Tense } from '../lib/readDay.ts';
import { today } from '../lib/today.ts';
import { useFormat } from '../lib/useFormat.ts';

interface DayReadProps {
  /** A civil date, or what was typed and is none. */
  readonly text: string;
  readonly tense: Tense;
  /** Stays when the field is left, as a button below would move under the click. */
  readonly isSaid: boolean;
  readonly onChoose: (day: string) => void;
}

/** What a date field has understood, in words; the days that a text can mean are buttons. */
export function DayRead({ text, tense, isSaid, onChoose }: DayReadProps) {
  const t = useText();
  const format = useFormat();
  // It breaks over two lines in a narrow field.
  const inWords = (day: string) => format.weekday(day).replaceAll('\u00a0', ' ');
  const read = readDay(text, today(), tense);
  return (
    <Text span display="block" size="xs" c="dimmed" aria-live="polite" data-day-read>
      {isSaid && civilDate.safeParse(text).success && inWords(text)}
      {read !== null && 'choices' in read && (
        <>
          {t('common:whichDay')}
          {read.choices.map((day) => (
            <Anchor
              key={day}
              component="button"
              type="button"
              size="xs"
              display="block"
              ta="start"
              onClick={() => {
                onChoose(day);
              }}
            >
              {inWords(day)}
            </Anchor>
          ))}
        </>
      )}
    </Text>
  );
}
