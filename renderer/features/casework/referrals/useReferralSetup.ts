import { useMemo } from 'react';
import type { ListQuery } from '#contract/casework/lists';
import type { ReferralRow } from '#contract/casework/referrals';
import type { ReferralId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useCellWords } from '../../../lib/useCellWords.ts';
import { useListSetup, type ShippedView } from '../../../lib/useListSetup.ts';
import { useNames } from '../../../lib/useNames.ts';
import { referralColumns, type AlikeFile } from './referralColumns.tsx';
import type { Desk } from './useReferralFilter.ts';
import { useSession } from '../../../bridge/session.ts';

const sort = { column: 'inbox', descending: false } as const;

/** What one asks for every day. */
function useReferralViews(): readonly ShippedView[] {
  const t = useText();
  const { user } = useSession();
  const view = (key: string, name: string, filter: object) => ({
    key,
    name,
    query: { list: 'referrals' as const, filter: { openOnly: true, ...filter }, sort },
  });
  return [
    view('open', t('referrals:view.open'), {}),
    view('unassigned', t('referrals:filter.nobody'), { assignedTo: 'nobody' }),
    view('mine', t('referrals:filter.me'), { assignedTo: user.id }),
  ];
}

type Query = Extract<ListQuery, { list: 'referrals' }>;

interface SetupOptions extends Omit<Query, 'list'> {
  readonly desk: Desk;
  readonly showsSummaries: boolean;
  readonly rows: readonly ReferralRow[];
  readonly onFilter: (filter: Query['filter']) => void;
  readonly onSort: (sort: Query['sort']) => void;
}

/** The columns of the list as the user keeps them, its views, and the words of its cells. */
export function useReferralSetup({ desk, showsSummaries, rows, filter, sort, onFilter, onSort }: SetupOptions) {
  const t = useText();
  const names = useNames();
  const words = useCellWords(showsSummaries);
  const isMissed = filter.due === 'breach';
  const alike = useAlike(rows, desk === 'inbox');
  const columns = useMemo(
    () => referralColumns({ t, names, words, isMissed, alike }),
    [t, names, words, isMissed, alike],
  );
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

/** More are looked up once one has scrolled there. */
const most = 200;

/** Of the rows of the inbox, those that other files are like; null in a list where one does not ask. */
function useAlike(rows: readonly ReferralRow[], isAsked: boolean): ReadonlyMap<ReferralId, AlikeFile> | null {
  const referralIds = rows.slice(-most).map(({ id }) => id);
  const { data } = useRead('identifiers.alike', { referralIds }, { enabled: isAsked && referralIds.length > 0 });
  return useMemo(() => (isAsked ? new Map(data?.alike.map((each) => [each.referralId, each])) : null), [isAsked, data]);
}
