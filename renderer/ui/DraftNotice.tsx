import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import type { Draft } from '../lib/useDraft.ts';
import { useFormat } from '../lib/useFormat.ts';
import { Notice } from './Notice.tsx';

/** Says that a form goes on from what was typed before, and offers to begin again. */
export function DraftNotice({ draft }: { readonly draft: Pick<Draft, 'takenUpFrom' | 'startAfresh'> }) {
  const t = useText();
  const format = useFormat();
  if (draft.takenUpFrom === null) return null;
  // A date is not cut at its hyphens.
  const at = format.instant(draft.takenUpFrom).replaceAll('-', '\u2011').replaceAll(' ', '\u00a0');
  return (
    <Notice
      tone="neutral"
      icon={IconHistory}
      title={t('lists:draft.takenUp', { at })}
      end={
        <Button size="compact-sm" variant="default" onClick={draft.startAfresh}>
          {t('lists:draft.startAfresh')}
        </Button>
      }
    />
  );
}
