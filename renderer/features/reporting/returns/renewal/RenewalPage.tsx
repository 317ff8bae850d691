import type { Agreement } from '#contract/reporting/agreements';
import type { RenewalContent } from '#contract/reporting/renewal';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Loading } from '../../../../ui/Loading.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { EstimateSentences } from '../annual/AnnualEstimate.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { RenewalExport } from './RenewalExport.tsx';
import { RenewalResults } from './RenewalResults.tsx';
import { RenewalYears } from './RenewalYears.tsx';

/** The figures that a request for renewal needs, over the life of an agreement, from its locked returns alone. */
export function RenewalPage({ agreement }: { readonly agreement: Pick<Agreement, 'id' | 'code' | 'recipient'> }) {
  const t = useText();
  const format = useFormat();
  const { data, error, isPending } = useRead('renewal.view', { agreementId: agreement.id });
  return (
    <>
      <PageHeader
        title={t('returns:renewal.of', { code: agreement.code })}
        context={format.bilingual(agreement.recipient)}
      />
      <div className={classes.step}>
        {error !== null && <FailureAlert failure={error.failure} />}
        {isPending && <Loading />}
        {data !== undefined && (
          <>
            <p className={shared.note}>{t('returns:renewal.text')}</p>
            <RenewalYears content={data.content} />
            <Estimates content={data.content} />
            <RenewalResults content={data.content} />
            <RenewalExport agreementId={agreement.id} plans={data.plans} last={data.last} />
          </>
        )}
      </div>
    </>
  );
}

/** What each year's last return estimates; a year without one says so. */
function Estimates({ content }: { readonly content: RenewalContent }) {
  const t = useText();
  const format = useFormat();
  const years = content.years.filter(({ sources }) => sources.length > 0);
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:annual.estimate.title')}</h2>
      {years.length === 0 && <p className={shared.note}>{t('codes:renewalAnnex.noReturn')}</p>}
      {years.map(({ fiscalYear, estimate }) => (
        <div key={fiscalYear}>
          <h3 className={classes.code}>
            {estimate === null
              ? format.fiscalYear(fiscalYear)
              : format.quarter({ fiscalYear, quarter: estimate.quarter })}
          </h3>
          {estimate === null ? (
            <p className={shared.note}>{t('codes:renewalAnnex.noEstimate')}</p>
          ) : (
            <EstimateSentences estimate={estimate} />
          )}
        </div>
      ))}
    </section>
  );
}
