import { Select, Tabs } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { Quarter } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AcrossTab } from './AcrossTab.tsx';
import { CoverageTab } from './CoverageTab.tsx';
import { FiguresTab } from './FiguresTab.tsx';
import { NationalTab } from './NationalTab.tsx';
import { ReceiveTab } from './ReceiveTab.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';
import { isSameQuarter } from '../../../lib/fiscal.ts';

const paths = {
  receive: '/rollup',
  coverage: '/rollup/coverage',
  figures: '/rollup/figures',
  national: '/rollup/national',
  across: '/rollup/across',
} as const;
type TabName = keyof typeof paths;
const names = Object.keys(paths) as TabName[];

/** What units and offices sent, imported, and what it comes to. */
export function RollupScreen() {
  const t = useText();
  const [location, navigate] = useLocation();
  const returns = useRead('returns.list', {});
  const [chosen, setChosen] = useKeptState<Quarter | null>('rollup.quarter', null);
  const quarters = returns.data?.quarters ?? [];
  const quarter = chosen ?? quarters[0] ?? null;
  const { agreementIds } = useSession();
  // The return of all is nobody's who sees some agreements only.
  const tabs = names.filter((name) => name !== 'figures' || agreementIds === null);
  const current = tabs.find((name) => paths[name] === location) ?? 'receive';
  return (
    <>
      <PageHeader
        title={t('codes:term.rollUp')}
        context={t('rollup:context')}
        actions={quarter !== null && <QuarterChoice quarters={quarters} value={quarter} onChange={setChosen} />}
      />
      {returns.error !== null && <FailureAlert failure={returns.error.failure} />}
      <Tabs
        value={current}
        onChange={(name) => {
          navigate(paths[(name ?? 'receive') as TabName]);
        }}
        classNames={{ list: shared.tabs ?? '' }}
      >
        <Tabs.List aria-label={t('codes:term.rollUp')}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`rollup:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current} className={classes.panel ?? ''}>
          {returns.isPending && <Loading />}
          {returns.data !== undefined && <TabBody tab={current} quarter={quarter} list={returns.data} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

interface TabBodyProps {
  readonly tab: TabName;
  readonly quarter: Quarter | null;
  readonly list: Output<'returns.list'>;
}

function TabBody({ tab, quarter, list }: TabBodyProps) {
  if (tab === 'receive') return <ReceiveTab quarter={quarter} />;
  if (quarter === null) return <NothingYet />;
  const key = JSON.stringify(quarter);
  if (tab === 'figures' && list.consolidated !== null)
    return <FiguresTab key={key} agreementId={list.consolidated.id} quarter={quarter} />;
  return (
    <>
      <LimitedNote />
      {tab === 'coverage' && <CoverageTab quarter={quarter} />}
      {tab === 'national' && <NationalTab key={key} quarter={quarter} />}
      {tab === 'across' && <AcrossTab key={key} quarter={quarter} />}
    </>
  );
}

/** Nobody takes what they see of it for the whole. */
function LimitedNote() {
  const t = useText();
  return useSession().agreementIds !== null && <Notice tone="neutral" icon={IconFilter} title={t('rollup:limited')} />;
}

function NothingYet() {
  const t = useText();
  return <EmptyState title={t('rollup:empty.title')} text={t('rollup:empty.text')} />;
}

interface QuarterChoiceProps {
  readonly quarters: readonly Quarter[];
  readonly value: Quarter;
  readonly onChange: (quarter: Quarter) => void;
}

function QuarterChoice({ quarters, value, onChange }: QuarterChoiceProps) {
  const t = useText();
  const format = useFormat();
  const position = quarters.findIndex((each) => isSameQuarter(each, value));
  return (
    <Select
      aria-label={t('codes:heading.quarter')}
      data={quarters.map((each, index) => ({ value: String(index), label: format.quarter(each) }))}
      value={position < 0 ? null : String(position)}
      allowDeselect={false}
      w={216}
      onChange={(index) => {
        const next = quarters[Number(index)];
        if (next !== undefined) onChange(next);
      }}
    />
  );
}
