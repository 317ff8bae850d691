import { useMemo } from 'react';
import type { ListQuery } from '#contract/casework/lists';
import { useText } from '../../../i18n/text.ts';
import { useCellWords } from '../../../lib/useCellWords.ts';
import { useListSetup } from '../../../lib/useListSetup.ts';
import { useNames } from '../../../lib/useNames.ts';
import { referralColumns } from './referralColumns.tsx';
import type { Desk } from './useReferralFilter.ts';
import { useReferralViews } from './useReferralViews.ts';

type Query = Extract<ListQuery, { list: 'referrals' }>;

interface SetupOptions extends Omit<Query, 'list'> {
  readonly desk: Desk;
  readonly showsSummaries: boolean;
  readonly onFilter: (filter: Query['filter']) => void;
  readonly onSort: (sort: Query['sort']) => void;
}

/** The columns of the list as the user keeps them, its views, and the words of its cells. */
export function useReferralSetup({ desk, showsSummaries, filter, sort, onFilter, onSort }: SetupOptions) {
  const t = useText();
  const names = useNames();
  const words = useCellWords(showsSummaries);
  const isMissed = filter.due === 'breach';
  const columns = useMemo(() => referralColumns({ t, names, words, isMissed }), [t, names, words, isMissed]);
  const setup = useListSetup({
    columns,
    query: { list: 'referrals', filter, sort },
    onQuery: (query) => {
      if (query.list !== 'referrals') return;
      onFilter(query.filter);
      onSort(query.sort);
    },
    shipped: useReferralViews(),
    // What waits for the user, or missed its deadline, opens as itself.
    opensAsItself: desk !== 'referrals',
  });
  return { setup, words };
}
