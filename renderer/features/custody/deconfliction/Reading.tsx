import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ExchangeReading } from '#contract/custody/deconfliction';
import type { FileGrant } from '#contract/ground/ids';
import { useText, type Translate } from '../../../i18n/text.ts';
import { Answer } from './Answer.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Exchanges.module.css';
import { HitTable } from './HitTable.tsx';

interface ReadingProps {
  readonly file: FileGrant;
  readonly reading: ExchangeReading;
  readonly onPutAway: () => void;
}

function sentenceOf(reading: ExchangeReading, t: Translate): string {
  const { matches: count } = reading;
  if (reading.kind === 'request') {
    const { identifiers } = reading;
    return count === 0 ? t('exchanges:read.none', { identifiers }) : t('exchanges:read.found', { count, identifiers });
  }
  const { contact } = reading;
  return count === 0 ? t('exchanges:read.toldNone', { contact }) : t('exchanges:read.told', { count, contact });
}

/** What a file of the other side is about here. Of a request, the files to disclose are chosen, all of them at first. */
export function Reading({ file, reading, onPutAway }: ReadingProps) {
  const t = useText();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const { kind, hits, name, workspaceName: workspace } = reading;
  const title = t(`exchanges:read.${kind}`, { name, workspace });
  const toggle = (id: string) => {
    const next = new Set(kept);
    if (!next.delete(id)) next.add(id);
    setKept(next);
  };
  const told = hits.filter((hit) => !kept.has(hit.file.id)).flatMap(({ references }) => references);
  return (
    <section className={classes.reading} aria-label={title}>
      <Group gap="8px 16px">
        <h2 className={shared.headingAbove}>{title}</h2>
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={onPutAway}>
            {t('exchanges:read.close')}
          </Button>
        </div>
      </Group>
      <p className={classes.found} role="status">
        {sentenceOf(reading, t)}
        {reading.kind === 'reply' && reading.gone > 0 && ` ${t('exchanges:read.gone', { count: reading.gone })}`}
      </p>
      {hits.length > 0 && <HitTable hits={hits} kept={kept} {...(kind === 'request' && { onToggle: toggle })} />}
      <p className={shared.none}>{t('exchanges:read.notKept')}</p>
      {kind === 'request' && <Answer file={file} reading={reading} references={[...new Set(told)]} />}
    </section>
  );
}
