import { IconLock, IconPencil } from '@tabler/icons-react';
import type { FiscalYear } from '#contract/ground/dates';
import { isInProgress } from '#contract/reporting/annual';
import type { Agreement } from '#contract/reporting/agreements';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Loading } from '../../../../ui/Loading.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import classes from '../Returns.module.css';
import { AnnualDraft } from './AnnualDraft.tsx';
import { AnnualEstimate } from './AnnualEstimate.tsx';
import { AnnualExport } from './AnnualExport.tsx';
import { AnnualFigures } from './AnnualFigures.tsx';
import { AnnualGba } from './AnnualGba.tsx';
import { AnnualLock } from './AnnualLock.tsx';
import { AnnualNotes } from './AnnualNotes.tsx';
import { AnnualQuarters } from './AnnualQuarters.tsx';
import { AnnualSources } from './AnnualSources.tsx';
import type { PreparedAnnual } from './prepared.ts';

interface AnnualPageProps {
  readonly agreement: Pick<Agreement, 'id' | 'code' | 'recipient'>;
  readonly year: FiscalYear;
}

/** The annual report of an agreement, made from the locked returns of its four quarters. */
export function AnnualPage({ agreement, year }: AnnualPageProps) {
  const t = useText();
  const format = useFormat();
  const { data, error, isPending } = useRead('annual.prepare', { agreementId: agreement.id, fiscalYear: year });
  return (
    <>
      <PageHeader
        title={t('returns:annual.title', { code: agreement.code, year: format.fiscalYear(year) })}
        context={format.bilingual(agreement.recipient)}
        actions={data !== undefined && <AnnualState prepared={data} />}
      />
      <div className={classes.step}>
        {error !== null && <FailureAlert failure={error.failure} />}
        {isPending && <Loading />}
        {data !== undefined && (
          <>
            <AnnualQuarters prepared={data} />
            <AnnualFigures content={data.content} />
            <AnnualEstimate content={data.content} />
            <AnnualGba content={data.content} />
            <AnnualSources prepared={data} />
            <AnnualNotes prepared={data} kind="lesson" />
            <AnnualNotes prepared={data} kind="unintended" />
            <AnnualLock prepared={data} />
            {data.locked !== null && <AnnualExport locked={data.locked} />}
            {!data.isCurrent && <AnnualDraft agreementId={agreement.id} fiscalYear={year} />}
          </>
        )}
      </div>
    </>
  );
}

function AnnualState({ prepared: { content, locked, isCurrent } }: { readonly prepared: PreparedAnnual }) {
  const t = useText();
  const format = useFormat();
  if (locked === null && isInProgress(content))
    return <StatusBadge tone="neutral" icon={IconPencil} label={t('returns:annual.state.inProgress')} />;
  if (locked === null) return <StatusBadge tone="neutral" icon={IconPencil} label={t('returns:annual.state.open')} />;
  const where = { sequence: locked.sequence, at: format.instant(locked.lockedAt), who: locked.lockedBy };
  return (
    <StatusBadge
      tone={isCurrent ? 'positive' : 'neutral'}
      icon={IconLock}
      label={t(isCurrent ? 'returns:state.lockedVersion' : 'returns:annual.state.older', where)}
    />
  );
}
