import { SegmentedControl } from '@mantine/core';
import type { Quarter } from '#contract/ground/dates';
import type { National } from '#contract/reporting/rollup';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { Headlines } from './Headlines.tsx';
import { NationalUnits } from './NationalUnits.tsx';
import { nationalSentences } from './nationalWords.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';
import { useNational, type Span } from './useNational.ts';

const spans: readonly Span[] = [12, 3];

/** For each unit whether its backlog fell, was stable or grew, and what it would have been without the funded staff. */
export function NationalTab({ quarter }: { readonly quarter: Quarter }) {
  const t = useText();
  const [span, setSpan] = useKeptState<Span>('rollup.span', 12);
  const { answer, job } = useNational(quarter, span);
  return (
    <>
      <SegmentedControl
        className={classes.start ?? ''}
        aria-label={t('codes:heading.period')}
        value={String(span)}
        onChange={(value) => {
          setSpan(value === '3' ? 3 : 12);
        }}
        data={spans.map((each) => ({
          value: String(each),
          label: t(`rollup:national.over.${String(each) as '3' | '12'}`),
        }))}
      />
      {answer.isError && <FailureAlert failure={answer.error.failure} />}
      {answer.isFetching && answer.data === undefined && (
        <ProgressPanel title={t('rollup:national.preparing')} progress={job.progress} onCancel={job.cancel} />
      )}
      {answer.data !== undefined && <NationalView national={answer.data} span={span} />}
    </>
  );
}

function NationalView({ national, span }: { readonly national: National; readonly span: Span }) {
  const t = useText();
  const format = useFormat();
  const [first, ...rest] = nationalSentences(national, span, t, format);
  return (
    <>
      <div className={classes.section}>
        <p className={classes.headline}>{first}</p>
        {rest.map((sentence) => (
          <p key={sentence} className={classes.lead}>
            {sentence}
          </p>
        ))}
        <p className={shared.note}>{t('rollup:national.note')}</p>
      </div>
      <Headlines national={national} span={span} />
      <NationalUnits national={national} span={span} />
    </>
  );
}
