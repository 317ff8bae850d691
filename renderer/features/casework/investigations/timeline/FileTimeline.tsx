import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';
import { Timeline } from '../../../../ui/Timeline.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { useEntryWords } from './useEntryWords.ts';

/** As many as fit beside the first screen of a small window. */
const most = 12;

/** What happened in the file, the latest first. */
export function FileTimeline({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const wordsOf = useEntryWords(investigation.unitId);
  const read = useRead('timeline.list', { investigationId: investigation.id });
  const [isWhole, setWhole] = useState(false);
  const behind = read.data?.behind ?? [];
  const title = t('fileWork:timeline.title');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <Timeline
        entries={(isWhole ? behind : behind.slice(0, most)).map((entry) => ({
          key: entry.id,
          on: entry.on,
          title: wordsOf(entry),
        }))}
      />
      {!isWhole && behind.length > most && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={8}
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('fileWork:timeline.all', { count: behind.length })}
        </Button>
      )}
    </section>
  );
}
