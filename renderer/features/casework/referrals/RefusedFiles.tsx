import type { ErrorReason, Failure } from '#contract/ground/errors';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { ReferralRow } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import classes from './RefusedFiles.module.css';

const reasons = [
  'state_not_allowed',
  'file_transferred',
  'assigned_meanwhile',
  'urgent_by_source',
  'lower_band_needs_reason',
  'version_conflict',
  'date_before_previous',
  'date_in_future',
] as const satisfies readonly ErrorReason[];

interface RefusedFilesProps {
  readonly failure: Failure | null;
  /** By the lists in which they were sent, in their order. */
  readonly files: Readonly<Record<string, readonly Pick<InvestigationRow | ReferralRow, 'unitId' | 'number'>[]>>;
}

/** Which of several files keep an act from being done, each with its reason; nothing of one file, whose failure says it. */
export function RefusedFiles({ failure, files }: RefusedFilesProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const refused = (failure?.fields ?? []).flatMap(({ path, code }) => {
    const [list = '', place] = path.split('.');
    const file = files[list]?.[Number(place)];
    const reason = reasons.find((each) => each === code);
    return file === undefined || reason === undefined ? [] : [{ file, reason }];
  });
  if (Object.values(files).flat().length < 2 || refused.length === 0) return null;
  return (
    <ul className={classes.refused} aria-label={t('lists:refused', { count: refused.length })}>
      {refused.map(({ file, reason }) => (
        <li key={fileNumber(file)}>
          <strong>{fileNumber(file)}</strong> {t(`errors:reason.${reason}.title`)}
        </li>
      ))}
    </ul>
  );
}
