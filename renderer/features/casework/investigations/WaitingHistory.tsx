import type { CaseFile, InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { Timeline } from '../../../ui/Timeline.tsx';
import { Corrections, useCorrections } from '../corrections/Corrections.tsx';
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
    <>
      <FileSection title={t('investigations:waitingHistory')}>
        <Timeline entries={[...ends, ...periods]} />
      </FileSection>
      <FileCorrections id={investigation.id} />
    </>
  );
}

/** A file in which nothing was put right has no such part. */
function FileCorrections({ id }: { readonly id: InvestigationId }) {
  const t = useText();
  const file: CaseFile = { kind: 'investigation', id };
  const rows = useCorrections(file);
  if (rows.length === 0) return null;
  return (
    <FileSection title={t('codes:paperSection.corrections')}>
      <Corrections rows={rows} />
    </FileSection>
  );
}
