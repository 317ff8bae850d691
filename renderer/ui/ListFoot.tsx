import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { civilDate } from '#contract/ground/dates';
import type { WindowFrom } from '#contract/ground/common';
import { useText } from '../i18n/text.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import { DateField } from './DateField.tsx';
import { KeyHint } from './KeyHint.tsx';
import classes from './ListFoot.module.css';

interface ListFootProps {
  /** Absent where rows cannot be selected. */
  readonly selected?: number;
  readonly onClear?: () => void;
  /** Absent where all rows are here. */
  readonly onJump?: (to: WindowFrom) => void;
  /** Buttons for what is selected. */
  readonly children?: ReactNode;
  readonly end?: ReactNode;
}

/** Under a list: what is selected or the keys that move in it, and the way to its ends and to a day. */
export function ListFoot({ selected, onClear, onJump, children, end }: ListFootProps) {
  const t = useText();
  return (
    <div className={classes.foot}>
      {selected !== undefined && selected > 0 ? (
        <>
          <span role="status">{t('lists:selected', { count: selected })}</span>
          {children}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
            {t('lists:clear')}
          </Button>
        </>
      ) : (
        <span className={classes.keys} aria-hidden>
          <KeyHint keys="J" /> <KeyHint keys="K" /> {t('lists:keys.move')}
          <KeyHint keys="Enter" /> {t('lists:keys.open')}
          {selected !== undefined && (
            <>
              <KeyHint keys="Space" /> {t('lists:keys.select')}
            </>
          )}
          <KeyHint keys="?" /> {t('lists:keys.more')}
        </span>
      )}
      <span className={classes.jump} hidden={selected !== undefined && selected > 0}>
        {end}
        {onJump !== undefined && <Jumps onJump={onJump} />}
      </span>
    </div>
  );
}

interface JumpsProps {
  readonly onJump: (to: WindowFrom) => void;
}

function Jumps({ onJump }: JumpsProps) {
  const t = useText();
  return (
    <>
      {(['start', 'end'] as const).map((at) => (
        <Button
          key={at}
          size="compact-sm"
          variant="default"
          onClick={() => {
            onJump({ at });
          }}
        >
          {t(`lists:${at}`)}
        </Button>
      ))}
      <GoToDay onJump={onJump} />
    </>
  );
}

function GoToDay({ onJump }: JumpsProps) {
  const t = useText();
  const [day, setDay] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useScreenKeys([{ keys: 'G', label: t('lists:goToDay'), run: () => field.current?.focus() }]);
  const go = (to: string) => {
    const { data } = civilDate.safeParse(to);
    if (data !== undefined) onJump({ at: 'date', date: data });
  };
  return (
    <form
      className={classes.day}
      onSubmit={(event) => {
        event.preventDefault();
        go(day);
      }}
    >
      <DateField
        ref={field}
        size="xs"
        w={136}
        aria-label={t('lists:goToDay')}
        placeholder={t('lists:goToDay')}
        tense="either"
        value={day}
        onChange={setDay}
        onPick={go}
      />
    </form>
  );
}
