import { IconEye } from '@tabler/icons-react';
import type { CaseFile } from '#contract/ground/ids';
import { useOthersAt } from '../bridge/presence.ts';
import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import { StatusBadge } from './StatusBadge.tsx';

/** Names the other people who have the file open at their desks. */
export function AlsoOpen({ file }: { readonly file: CaseFile }) {
  const t = useText();
  const { person } = useNames();
  const others = useOthersAt(file);
  return (
    <span role="status">
      {others.length > 0 && (
        <StatusBadge
          tone="neutral"
          icon={IconEye}
          label={t('lists:alsoOpen', { names: others.map((id) => person(id)).join(', ') })}
        />
      )}
    </span>
  );
}
