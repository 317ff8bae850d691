import type { TimelineEntry } from '#contract/casework/timeline';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { DueBadge } from '../../../../ui/DueBadge.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Timeline } from '../../../../ui/Timeline.tsx';
import type { FileSectionProps } from '../fileParts.ts';
import fileClasses from '../Investigations.module.css';
import { useEntryWords } from './useEntryWords.ts';

/** Everything dated in the file: what is ahead of today, then what lies behind it. */
export function FileTimeline({ detail: { investigation } }: FileSectionProps) {
  const t = useText();
  const wordsOf = useEntryWords();
  const read = useRead('timeline.list', { investigationId: investigation.id });
  const toEntry = (entry: TimelineEntry) => ({
    key: entry.id,
    on: entry.on,
    title: (
      <>
        {wordsOf(entry)}{' '}
        {entry.urgency !== null && entry.daysLeft !== null && (
          <DueBadge urgency={entry.urgency} daysLeft={entry.daysLeft} />
        )}
      </>
    ),
  });
  const ahead = read.data?.ahead ?? [];
  return (
    <section className={fileClasses.section} aria-label={t('fileWork:timeline.title')}>
      <h2 className={fileClasses.heading}>{t('fileWork:timeline.title')}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <h3 className={fileClasses.subheading}>{t('fileWork:timeline.ahead')}</h3>
      {ahead.length === 0 ? (
        <p className={fileClasses.none}>{t('fileWork:timeline.nothingAhead')}</p>
      ) : (
        // The furthest first, as the years run down the page to today.
        <Timeline entries={ahead.toReversed().map(toEntry)} />
      )}
      <h3 className={fileClasses.subheading}>{t('fileWork:timeline.behind')}</h3>
      <Timeline entries={(read.data?.behind ?? []).map(toEntry)} />
    </section>
  );
}
