import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Output } from '#contract/index';
import { call } from '../bridge/bridge.ts';
import { useText } from '../i18n/text.ts';
import classes from './NewPassphrase.module.css';

interface NewPassphraseProps extends Omit<PasswordInputProps, 'about'> {
  /** What others know of its owner: a passphrase made of it is weak. */
  readonly about: readonly string[];
}

/** A passphrase that is chosen here, with how hard it is to guess. */
export function NewPassphrase({ about, ...field }: NewPassphraseProps) {
  const typed = String(field.value ?? '');
  return (
    <PasswordInput
      autoComplete="new-password"
      {...field}
      inputContainer={(input) => (
        <div className={classes.field}>
          {input}
          {typed !== '' && <Strength typed={typed} about={about} />}
        </div>
      )}
    />
  );
}

/** Not kept among the answers of other reads, which outlive the form. */
function Strength({ typed, about }: { readonly typed: string; readonly about: readonly string[] }) {
  const t = useText();
  const [asked] = useDebouncedValue(JSON.stringify({ passphrase: typed, about: about.filter(Boolean) }), 300);
  const [found, setFound] = useState<Output<'passphrase.strength'> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    call('passphrase.strength', JSON.parse(asked) as { passphrase: string; about: string[] })
      .then((strength) => {
        if (isCurrent) setFound(strength);
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  const reach = found === null ? 0 : found.isEnough ? 4 : Math.min(found.score, 3);
  return (
    <div className={classes.strength} data-enough={found?.isEnough}>
      <span className={classes.bars} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={classes.bar} data-reached={bar <= reach || (bar === 1 && found !== null)} />
        ))}
      </span>
      <span role="status">
        {found !== null &&
          (found.weakness === null ? t('common:strength.enough') : t(`common:strength.${found.weakness}`))}
      </span>
    </div>
  );
}
