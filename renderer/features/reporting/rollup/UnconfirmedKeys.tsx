import { Checkbox } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Rollup.module.css';
import type { ChosenSource } from './useSources.ts';

interface UnconfirmedKeysProps {
  readonly sources: readonly ChosenSource[];
  readonly comparedKeys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}

/** One question for each key: an office that sends several returns is called once. */
export function UnconfirmedKeys({ sources, comparedKeys, onChange }: UnconfirmedKeysProps) {
  const t = useText();
  const waiting = sources.filter((each) => each.verdict === 'key_unconfirmed');
  const keys = [...new Set(waiting.flatMap(({ fingerprint }) => fingerprint ?? []))];
  return keys.map((key) => {
    const names = waiting
      .filter((each) => each.fingerprint === key)
      .map((each) => each.says?.workspaceName ?? each.name);
    return (
      <Notice key={key} tone="dueSoon" icon={IconKey} title={t('rollup:key.title', { names: names.join(', ') })}>
        <p className={classes.lead}>{t('rollup:key.compare')}</p>
        <Fingerprint value={key} />
        <Checkbox
          mt="sm"
          label={t('rollup:key.compared', { names: names.join(', ') })}
          checked={comparedKeys.has(key)}
          onChange={(event) => {
            const next = new Set(comparedKeys);
            if (event.currentTarget.checked) next.add(key);
            else next.delete(key);
            onChange(next);
          }}
        />
      </Notice>
    );
  });
}
