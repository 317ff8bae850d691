import { Button } from '@mantine/core';
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
  readonly sending: { readonly failure: Failure | null; readonly dismiss: () => void };
  /** By the lists in which they were sent, in their order. */
  readonly files: Readonly<Record<string, readonly Pick<InvestigationRow | ReferralRow, 'id' | 'unitId' | 'number'>[]>>;
  readonly onLeaveOut: (ids: readonly string[]) => void;
}

/** Which of several files keep an act from being done, each with its reason, and the way on without them; nothing of one file, whose failure says it. */
export function RefusedFiles({ sending: { failure, dismiss }, files, onLeaveOut }: RefusedFilesProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const refused = (failure?.fields ?? []).flatMap(({ path, code }) => {
    const [list = '', place] = path.split('.');
    const file = files[list]?.[Number(place)];
    const reason = reasons.find((each) => each === code);
    return file === undefined || reason === undefined ? [] : [{ file, reason }];
  });
  const all = Object.values(files).flat().length;
  if (all < 2 || refused.length === 0) return null;
  return (
    <div>
      <ul className={classes.refused} aria-label={t('lists:refused', { count: refused.length })}>
        {refused.map(({ file, reason }) => (
          <li key={fileNumber(file)}>
            <strong>{fileNumber(file)}</strong> {t(`errors:reason.${reason}.title`)}
          </li>
        ))}
      </ul>
      {refused.length < all && (
        <Button
          size="compact-sm"
          variant="default"
          mt={8}
          onClick={({ currentTarget }) => {
            // The button goes: what comes next is to send the others.
            currentTarget.form?.querySelector<HTMLElement>('[type="submit"]')?.focus();
            onLeaveOut(refused.map(({ file }) => file.id));
            dismiss();
          }}
        >
          {t('lists:leaveOut', { count: refused.length })}
        </Button>
      )}
    </div>
  );
}
