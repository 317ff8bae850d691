import { Button } from '@mantine/core';
import type { CorrectionRow } from '#contract/casework/corrections';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import shared from '../../../ui/Shared.module.css';

interface CorrectionActsProps {
  readonly row: CorrectionRow;
  readonly onStep: (step: 'review' | 'restore') => void;
  /** Of a person who was taken out. */
  readonly seal: { readonly name: string; readonly run: () => void } | null;
}

/** Who looked at a correction, or until when someone has to; and what can be done with it. */
export function CorrectionActs({ row, onStep, seal }: CorrectionActsProps) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const named = { record: t(`codes:correctedRecord.${row.record}`), at: format.instant(row.at) };
  const act = (step: 'review' | 'restore') => (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t(`corrections:${step}.for`, named)}
      onClick={() => {
        onStep(step);
      }}
    >
      {t(`corrections:${step}.act`)}
    </Button>
  );
  return (
    <>
      {row.reviewedBy !== null && row.reviewedAt !== null && (
        <div className={shared.dimmed}>
          {t(`corrections:review.${row.reviewedBy === row.by ? 'alone' : 'done'}`, {
            name: names.person(row.reviewedBy),
            at: format.instant(row.reviewedAt),
          })}
          {row.reviewNote !== null && <div>{row.reviewNote}</div>}
        </div>
      )}
      {row.reviewDueAt !== null && (
        <div>
          {t('corrections:review.due', { at: format.instant(row.reviewDueAt) })} {act('review')}
        </div>
      )}
      {row.mayRestore && act('restore')}
      {seal !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('persons:sealFor', { name: seal.name })}
          onClick={seal.run}
        >
          {t('persons:seal')}
        </Button>
      )}
    </>
  );
}
