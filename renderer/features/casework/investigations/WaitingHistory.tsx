import { useText } from '../../../i18n/text.ts';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { FilePartProps } from './fileParts.ts';
import { FileSection } from './FileSection.tsx';

/** What the file has waited for, the latest first, and when it was concluded. */
export function WaitingHistory({ detail }: FilePartProps) {
  const t = useText();
  const { waiting, investigation } = detail;
  const ended = investigation.transferredOn === null ? 'investigations:concluded' : 'investigations:transferred';
  const ends =
    investigation.concludedOn === null
      ? []
      : [{ key: 'end', on: investigation.concludedOn as string, title: t(ended) }];
  const periods = waiting.toReversed().map((period, index) => ({
    key: String(waiting.length - index),
    on: period.since,
    title: t(`codes:waitingState.${period.state}`),
    ...(period.on === null ? {} : { detail: period.on }),
  }));
  return (
    <FileSection title={t('investigations:waitingHistory')}>
      <Timeline entries={[...ends, ...periods]} />
    </FileSection>
  );
}
