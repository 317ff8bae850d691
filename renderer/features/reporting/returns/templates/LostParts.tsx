import { IconAlertTriangle } from '@tabler/icons-react';
import type { LostPart } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { Notice } from '../../../../ui/Notice.tsx';

/** Said before the workbook is filled, not found out by the funder. */
export function LostParts({ lost }: { readonly lost: readonly LostPart[] }) {
  const t = useText();
  if (lost.length === 0) return null;
  const parts = lost.map((each) => t(`templates:part.${each}`)).join(', ');
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('templates:lost', { parts })}>
      {t('templates:lostText')}
    </Notice>
  );
}
