import { Button } from '@mantine/core';
import { IconFileDiff } from '@tabler/icons-react';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useGo } from '../../../../lib/useGo.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { returnPath } from '../returnPaths.ts';
import type { PreparedReturn } from '../usePreparedReturn.ts';

/** What has come in since the lock, which the locked version does not follow. */
export function SinceLock({ prepared }: { readonly prepared: PreparedReturn }) {
  const t = useText();
  const go = useGo();
  const { agreement, quarter } = prepared.content;
  const since = useRead('returns.sinceLock', { agreementId: agreement.id, quarter });
  const figures = since.data?.figures ?? 0;
  if (figures === 0) return null;
  return (
    <Notice
      tone="dueSoon"
      icon={IconFileDiff}
      title={t('returns:since.title', { count: figures })}
      end={
        <Button size="compact-sm" onClick={go(returnPath(agreement.id, quarter, 'changes', 'restatement'))}>
          {t('returns:since.restate')}
        </Button>
      }
    >
      {t('returns:since.text')}
    </Notice>
  );
}
