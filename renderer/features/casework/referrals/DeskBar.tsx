import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReferralFilter, ReferralRow } from '#contract/casework/referrals';
import type { CellWords } from '#contract/casework/listCells';
import { useText } from '../../../i18n/text.ts';
import type { DrillDown } from '../../../lib/drillDown.ts';
import type { ListSetup } from '../../../lib/useListSetup.ts';
import type { ListTotal } from '../../../lib/useLongList.ts';
import type { Names } from '../../../lib/useNames.ts';
import { DrillChip } from '../../../ui/DrillChip.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import type { ListColumn, ListSort } from '../../../ui/listTable.tsx';
import { ListTools } from '../../../ui/ListTools.tsx';
import { ViewMenu } from '../../../ui/ViewMenu.tsx';
import { ReferralFilters } from './ReferralFilters.tsx';
import type { Desk } from './useReferralFilter.ts';

interface DeskBarProps {
  readonly desk: Desk;
  /** Parts of the list to choose from, with how many are in each. */
  readonly tabs: ReactNode;
  readonly setup: ListSetup<ListColumn<ReferralRow>>;
  readonly words: CellWords;
  readonly names: Names;
  readonly filter: ReferralFilter;
  readonly firstFilter: ReferralFilter;
  readonly onFilter: (filter: ReferralFilter) => void;
  readonly sort: ListSort;
  readonly firstSort: ListSort;
  readonly onSort: (sort: ListSort) => void;
  readonly drill: DrillDown | null;
  readonly total: ListTotal | null;
  readonly all: ListTotal | null;
}

/** One line over the list: its parts or views, its filters, and what they leave. */
export function DeskBar(props: DeskBarProps) {
  const { desk, tabs, setup, words, names, filter, firstFilter, onFilter, sort, firstSort, onSort, total, all, drill } =
    props;
  const t = useText();
  const isFirst = JSON.stringify(filter) === JSON.stringify(firstFilter);
  return (
    <ListBar
      label={t('common:listFilters')}
      view={tabs ?? (desk === 'referrals' && <ViewMenu setup={setup} />)}
      tools={<ListTools setup={setup} words={words} />}
      // A tab says how many are in it.
      total={tabs !== undefined && isFirst ? null : total}
      all={tabs === undefined ? all : null}
    >
      <DrillChip drill={drill} />
      <ReferralFilters desk={desk} filter={filter} first={firstFilter} onChange={onFilter} names={names} />
      {/* The order of the inbox, which no column has. */}
      {firstSort.column === 'inbox' && sort.column !== firstSort.column && filter.openOnly === true && (
        <Button size="compact-sm" variant="subtle" onClick={onSort.bind(null, firstSort)}>
          {t('triage:inbox.order')}
        </Button>
      )}
    </ListBar>
  );
}
