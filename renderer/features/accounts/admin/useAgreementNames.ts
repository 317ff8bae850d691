import { useMemo } from 'react';
import type { AgreementId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';

/** The agreements to choose from, and those that a user sees as their codes. None in a unit workspace. */
export function useAgreementNames() {
  const t = useText();
  const isCoordination = useSession().workspace.kind === 'coordination';
  const list = useRead('agreements.list', {}, { enabled: isCoordination });
  const { bilingual } = useFormat();
  return useMemo(() => {
    const agreements = list.data?.agreements ?? [];
    return {
      codesOf: (ids: readonly AgreementId[] | null) =>
        ids === null
          ? t('common:all')
          : agreements
              .filter((each) => ids.includes(each.id))
              .map((each) => each.code)
              .join(', '),
      choices: agreements.map((each) => ({ value: each.id, label: `${each.code} · ${bilingual(each.recipient)}` })),
    };
  }, [list.data, bilingual, t]);
}
