import type { TimelineEntry } from '#contract/casework/timeline';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { LeftBadge } from '../../../../ui/LeftBadge.tsx';
import { Timeline } from '../../../../ui/Timeline.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import fileClasses from '../Investigations.module.css';
import { useEntryWords } from './useEntryWords.ts';

/** Everything dated in the file: what is ahead of today, then what lies behind it. */
export function FileTimeline({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const wordsOf = useEntryWords(investigation.unitId);
  const read = useRead('timeline.list', { investigationId: investigation.id });
  const toEntry = (entry: TimelineEntry) => ({
    key: entry.id,
    on: entry.on,
    title: (
      <>
        {wordsOf(entry)}{' '}
        {entry.urgency !== null && entry.daysLeft !== null && (
          <LeftBadge urgency={entry.urgency} daysLeft={entry.daysLeft} dueAt={entry.dueAt} />
        )}
      </>
    ),
  });
  const ahead = read.data?.ahead ?? [];
  return (
    <FileSection title={t('fileWork:timeline.title')} read={read}>
      <h3 className={fileClasses.subheading}>{t('fileWork:timeline.ahead')}</h3>
      {ahead.length === 0 ? (
        <p className={fileClasses.none}>{t('fileWork:timeline.nothingAhead')}</p>
      ) : (
        <Timeline entries={ahead.map(toEntry)} />
      )}
      <h3 className={fileClasses.subheading}>{t('fileWork:timeline.behind')}</h3>
      <Timeline entries={(read.data?.behind ?? []).map(toEntry)} />
    </FileSection>
  );
}
