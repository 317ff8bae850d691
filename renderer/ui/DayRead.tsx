import { Anchor, Text } from '@mantine/core';
import { civilDate } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';

interface DayReadProps {
  /** A civil date, or what was typed and is none. */
  readonly text: string;
  /** The days that the text can mean, where it can mean several. */
  readonly choices: readonly string[];
  /** The form was sent before one was chosen. */
  readonly isOwed: boolean;
  /** Stays when the field is left, as a button below would move under the click. */
  readonly isSaid: boolean;
  readonly onChoose: (day: string) => void;
}

/** What a date field has understood, in words; the days that a text can mean are buttons. */
export function DayRead({ text, choices, isOwed, isSaid, onChoose }: DayReadProps) {
  const t = useText();
  const format = useFormat();
  // It breaks over two lines in a narrow field.
  const inWords = (day: string) => format.weekday(day).replaceAll('\u00a0', ' ');
  return (
    <Text span display="block" size="xs" c="dimmed" aria-live="polite" data-day-read>
      {isSaid && civilDate.safeParse(text).success && inWords(text)}
      {choices.length > 0 && (
        <>
          <Text span inherit {...(isOwed && { c: 'var(--mantine-color-error)' })}>
            {t('common:whichDay')}
          </Text>
          {choices.map((day) => (
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
