import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { PackChanges } from '../packs/PackChanges.tsx';
import classes from './Rollup.module.css';
import type { ChosenSource } from './useSources.ts';

interface ChangedSourcesProps {
  readonly sources: readonly ChosenSource[];
  readonly isBusy: boolean;
  readonly onConfirm: (source: ChosenSource, reason: string) => void;
  readonly onRefuse: (source: ChosenSource, reason: string) => void;
}

/** Each source that waits, with what is not as it was: one decision each. */
export function ChangedSources({ sources, ...rest }: ChangedSourcesProps) {
  return sources
    .filter(({ verdict }) => verdict === 'changed')
    .map((source) => <ChangedSource key={`${source.place} ${source.name}`} source={source} {...rest} />);
}

function ChangedSource({
  source,
  isBusy,
  onConfirm,
  onRefuse,
}: Omit<ChangedSourcesProps, 'sources'> & { readonly source: ChosenSource }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [isCompared, setCompared] = useState(false);
  const hasReason = reason.trim() !== '';
  const name = source.says?.workspaceName ?? source.name;
  return (
    <>
      <PackChanges
        title={t('packs:change.title', { name })}
        changes={source.changes}
        reason={reason}
        onReason={setReason}
      />
      {!source.keyConfirmed && source.fingerprint !== null && (
        <>
          <p className={classes.lead}>{t('rollup:key.compare')}</p>
          <Fingerprint value={source.fingerprint} />
          <Checkbox
            label={t('rollup:key.compared', { names: name })}
            checked={isCompared}
            onChange={(event) => {
              setCompared(event.currentTarget.checked);
            }}
          />
        </>
      )}
      <Group gap="sm">
        <Button
          variant="default"
          disabled={!hasReason}
          loading={isBusy}
          onClick={() => {
            onRefuse(source, reason);
          }}
        >
          {t('packs:change.refuse')}
        </Button>
        <Button
          disabled={!hasReason || (!source.keyConfirmed && !isCompared)}
          loading={isBusy}
          onClick={() => {
            onConfirm(source, reason);
          }}
        >
          {t('packs:change.confirm')}
        </Button>
      </Group>
    </>
  );
}
