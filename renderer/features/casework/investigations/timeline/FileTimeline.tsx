import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';
import { Timeline } from '../../../../ui/Timeline.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { useEntryWords } from './useEntryWords.ts';
import { useFirst } from './useFirst.tsx';

/** As many as fit beside the first screen of a small window. */
const most = 12;

/** What happened in the file, the latest first. */
export function FileTimeline({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const wordsOf = useEntryWords(investigation.unitId);
  const read = useRead('timeline.list', { investigationId: investigation.id });
  const { shown, toAll } = useFirst(read.data?.behind ?? [], most);
  const title = t('fileWork:timeline.title');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <Timeline
        entries={shown.map((entry) => ({
          key: entry.id,
          on: entry.on,
          title: wordsOf(entry),
        }))}
      />
      {toAll}
    </section>
  );
}
