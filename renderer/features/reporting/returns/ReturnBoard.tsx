import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Agreement } from '#contract/reporting/agreements';
import type { FiscalYear } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { LockedReturns } from './LockedReturns.tsx';
import { ReturnMatrix } from './ReturnMatrix.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';
import { formatFiscalYear } from '../../../lib/format.ts';
import { fiscalYearsUpTo } from '../../../lib/fiscal.ts';
import { useGo } from '../../../lib/useGo.ts';

interface ReturnBoardProps {
  readonly agreements: readonly Agreement[];
  readonly list: Output<'returns.list'>;
}

/** Where an agreement, a fiscal year and a quarter are chosen: one picture of what is locked and what is open. */
export function ReturnBoard({ agreements, list }: ReturnBoardProps) {
  const t = useText();
  const go = useGo();
  return (
    <>
      <PageHeader title={t('returns:nav')} context={t('returns:context')} />
      {agreements.length === 0 && (
        <EmptyState
          title={t('returns:empty.title')}
          text={t('returns:empty.noAgreement')}
          action={<Button onClick={go('/agreements/new')}>{t('common:addAnAgreement')}</Button>}
        />
      )}
      {agreements.length > 0 && list.quarters.length === 0 && (
        <EmptyState
          title={t('returns:empty.title')}
          text={t('returns:empty.noPack')}
          action={<Button onClick={go('/packs')}>{t('returns:empty.importPack')}</Button>}
        />
      )}
      {agreements.length > 0 && list.quarters.length > 0 && (
        <div className={classes.body}>
          <QuarterBoard agreements={agreements} list={list} />
          <LockedReturns
            agreements={[...agreements, ...(list.consolidated ? [list.consolidated] : [])]}
            returns={list.returns}
          />
        </div>
      )}
    </>
  );
}

function QuarterBoard({ agreements, list }: ReturnBoardProps) {
  const t = useText();
  const { locale } = useFormat();
  const years = list.quarters.map((quarter) => quarter.fiscalYear);
  const latest = Math.max(...years) as FiscalYear;
  const [year, setYear] = useState(latest);
  return (
    <section className={classes.section}>
      <Group gap="8px 16px" justify="space-between">
        <h2 className={shared.heading}>{t('returns:board.title')}</h2>
        <Select
          aria-label={t('codes:heading.fiscalYear')}
          data={fiscalYearsUpTo(latest, latest - Math.min(...years) + 1).map((each) => ({
            value: String(each),
            label: formatFiscalYear(each, locale),
          }))}
          value={String(year)}
          allowDeselect={false}
          w={200}
          onChange={(each) => {
            if (each !== null) setYear(Number(each) as FiscalYear);
          }}
        />
      </Group>
      <ReturnMatrix agreements={agreements} list={list} year={year} />
      <p className={shared.note}>{t('returns:board.note')}</p>
    </section>
  );
}
