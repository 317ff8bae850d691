import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Funding.module.css';

interface OutlookProps {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

/** The end of the agreement and of the fiscal year, as what is saved foretells them. */
export function Outlook({ agreementId, fiscalYear }: OutlookProps) {
  const t = useText();
  const outlook = useRead('funding.outlook', { agreementId, fiscalYear }, { keepPrevious: true }).data;
  if (outlook === undefined) return null;
  return (
    <dl className={classes.outlook} aria-label={t('funding:outlook.title')}>
      <Ending outlook={outlook} />
      {outlook.lines > 0 && <Money outlook={outlook} fiscalYear={fiscalYear} />}
    </dl>
  );
}

type Known = Output<'funding.outlook'>;

function Ending({ outlook: { endsOn, daysLeft } }: { readonly outlook: Known }) {
  const t = useText();
  const format = useFormat();
  return (
    <Fact
      label={t('funding:outlook.ends')}
      value={format.day(endsOn)}
      note={daysLeft < 0 ? t('funding:outlook.ended') : t('funding:outlook.endsIn', { count: daysLeft })}
    />
  );
}

function Money({ outlook, fiscalYear }: { readonly outlook: Known; readonly fiscalYear: FiscalYear }) {
  const t = useText();
  const format = useFormat();
  const { budget, lapsing, incomplete, unspentBefore } = outlook;
  const money = (cents: number | null): string => (cents === null ? t('funding:outlook.unknown') : format.money(cents));
  const lastDay = format.day(`${String(fiscalYear + 1)}-03-31`);
  const isOver = lapsing !== null && lapsing < 0;
  const share =
    lapsing === null || !budget
      ? undefined
      : t('funding:outlook.ofBudget', { share: format.percent(Math.abs(lapsing) / budget) });
  return (
    <>
      <Fact label={t('codes:heading.budget')} value={money(budget)} />
      <Fact label={t('funding:outlook.spent')} value={money(outlook.spent)} />
      <Fact label={t('funding:outlook.stillForecast')} value={money(outlook.stillForecast)} />
      <Fact
        label={t(isOver ? 'funding:outlook.overspent' : 'funding:outlook.lapsing', { day: lastDay })}
        value={money(lapsing === null ? null : Math.abs(lapsing))}
        note={incomplete > 0 ? t('funding:outlook.incomplete', { count: incomplete }) : share}
      />
      {unspentBefore !== null && (
        <Fact
          label={t('funding:outlook.unspentBefore', { year: format.fiscalYear((fiscalYear - 1) as FiscalYear) })}
          value={money(unspentBefore)}
          note={t('funding:outlook.unspentNote')}
        />
      )}
    </>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

function Fact({ label, value, note }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {note !== undefined && <span className={classes.factNote}>{note}</span>}
      </dd>
    </div>
  );
}
