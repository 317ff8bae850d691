import { SegmentedControl, Tabs } from '@mantine/core';
import { Link } from 'wouter';
import type { Agreement } from '#contract/reporting/agreements';
import { monthOf, quarterNumbers, quarterOf, type FiscalYear } from '#contract/ground/dates';
import { register, type Register } from '#contract/reporting/fundingColumns';
import type { AgreementId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { currentMonth } from '../../../lib/currentMonth.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CashFlow } from './CashFlow.tsx';
import classes from './Funding.module.css';
import { Outlook } from './Outlook.tsx';
import { PillarSpending } from './PillarSpending.tsx';
import { RegisterGrid } from './RegisterGrid.tsx';
import type { Period } from './views.ts';

export function FundingScreen() {
  const t = useText();
  const list = useRead('agreements.list', {});
  const units = useRead('units.list', {});
  const failure = list.error ?? units.error;
  if (failure !== null) return <FailureAlert failure={failure.failure} />;
  if (list.data === undefined || units.data === undefined) return null;
  const { agreements } = list.data;
  if (agreements.length > 0) return <Funding agreements={agreements} units={units.data.units} />;
  return (
    <>
      <PageHeader title={t('funding:nav')} />
      <EmptyState
        title={t('common:noAgreementYet')}
        text={t('funding:noAgreement.text')}
        action={<Link href="/agreements/new">{t('common:addAnAgreement')}</Link>}
      />
    </>
  );
}

/** The fiscal years of an agreement, the last first. */
function yearsOf({ startsOn, endsOn }: Agreement): readonly FiscalYear[] {
  const [first, last] = [quarterOf(monthOf(startsOn)).fiscalYear, quarterOf(monthOf(endsOn)).fiscalYear];
  return Array.from({ length: last - first + 1 }, (_, back) => (last - back) as FiscalYear);
}

/** Ten registers fit on one line of a small window, in French too, also where the page has a scrollbar. */
const narrowTabs = { list: { paddingInline: 12 }, tab: { paddingInline: 6 } };

interface FundingProps {
  readonly agreements: readonly Agreement[];
  readonly units: readonly { readonly id: string; readonly code: string }[];
}

function Funding({ agreements, units }: FundingProps) {
  const t = useText();
  const format = useFormat();
  const [filter, change] = useFigureFilter();
  const [chosenYear, setYear] = useKeptState<FiscalYear>('funding year', quarterOf(currentMonth()).fiscalYear);
  const [shown, setShown] = useKeptState<Register>('funding register', 'budget');
  const [period, setPeriod] = useKeptState<Period>('funding period', 'year');
  const agreement = agreements.find((each) => each.id === filter.agreementId) ?? agreements[0];
  if (agreement === undefined) return null;
  const years = yearsOf(agreement);
  const fiscalYear = years.includes(chosenYear) ? chosenYear : (years[0] ?? chosenYear);
  return (
    <div className={classes.screen}>
      <PageHeader
        title={t('funding:nav')}
        context={t('funding:context')}
        actions={
          <>
            <Choice
              size="xs"
              w={380}
              aria-label={t('codes:heading.agreement')}
              value={agreement.id}
              options={agreements.map((each) => ({
                value: each.id,
                label: `${each.code} · ${format.bilingual(each.recipient)}`,
              }))}
              onChange={(id) => {
                change({ agreementId: id as AgreementId });
              }}
            />
            <Choice
              size="xs"
              w={112}
              aria-label={t('codes:heading.fiscalYear')}
              value={String(fiscalYear)}
              options={years.map((each) => ({ value: String(each), label: format.bareYear(each) }))}
              onChange={(year) => {
                setYear(Number(year) as FiscalYear);
              }}
            />
          </>
        }
      />
      <Outlook agreementId={agreement.id} fiscalYear={fiscalYear} />
      <Tabs
        value={shown}
        onChange={(value) => {
          setShown(register.parse(value));
        }}
        className={classes.tabs ?? ''}
        styles={narrowTabs}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('funding:registers')}>
          {register.options.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`codes:register.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} className={classes.panel ?? ''}>
          {shown === 'cash' && <CashFlow agreementId={agreement.id} fiscalYear={fiscalYear} />}
          {shown === 'budget' && <PillarSpending agreementId={agreement.id} fiscalYear={fiscalYear} />}
          <RegisterGrid
            key={`${agreement.id} ${shown} ${String(fiscalYear)}`}
            agreementId={agreement.id}
            register={shown}
            fiscalYear={fiscalYear}
            period={period}
            units={units}
            bar={shown === 'budget' && <Periods period={period} onChange={setPeriod} />}
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Periods({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }) {
  const t = useText();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('codes:heading.period')}
      value={String(period)}
      onChange={(value) => {
        onChange(quarterNumbers.find((each) => String(each) === value) ?? 'year');
      }}
      data={[
        { value: 'year', label: t('funding:periodChoice.year') },
        ...quarterNumbers.map((each) => ({
          value: String(each),
          label: t('common:quarterShort', { quarter: each }),
        })),
      ]}
    />
  );
}
