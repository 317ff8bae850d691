import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Failure } from '#contract/ground/errors';
import type { Output } from '#contract/index';
import { paperSection, treatment } from '#contract/custody/disclosure';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFailure } from '../../../ui/ListScreen.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Papers.module.css';

/** Empty where all are shown. */
export interface RecordFilter {
  readonly section: string;
  readonly treatment: string;
}

interface RecordHeadProps {
  readonly detail: Output<'papers.get'>;
  readonly shown: number;
  readonly filter: RecordFilter;
  readonly onFilter: (filter: RecordFilter) => void;
  readonly failure: Failure | null;
}

/** Head of the records of a draft: filters, and what must be seen before it is issued. */
export function RecordHead({ detail: { records, removed }, shown, filter, onFilter, failure }: RecordHeadProps) {
  const t = useText();
  const stale = records.filter(({ isStale }) => isStale).length;
  return (
    <>
      <ListBar
        label={t('papers:filter.label')}
        total={{ value: shown, exact: true }}
        all={{ value: records.length, exact: true }}
      >
        <Choice
          size="xs"
          w={200}
          aria-label={t('codes:field.part')}
          empty={t('papers:filter.anySection')}
          options={paperSection.options.map((each) => ({ value: each, label: t(`codes:paperSection.${each}`) }))}
          value={filter.section}
          onChange={(section) => {
            onFilter({ ...filter, section });
          }}
        />
        <Choice
          size="xs"
          w={160}
          aria-label={t('codes:field.treatment')}
          empty={t('papers:filter.anyTreatment')}
          options={treatment.options.map((each) => ({ value: each, label: t(`codes:treatment.${each}`) }))}
          value={filter.treatment}
          onChange={(chosen) => {
            onFilter({ ...filter, treatment: chosen });
          }}
        />
      </ListBar>
      <ListFailure failure={failure} />
      <div className={classes.notices}>
        {stale > 0 && (
          <Notice tone="overdue" icon={IconAlertTriangle} title={t('papers:staleCount', { count: stale })}>
            {t('papers:staleText')}
          </Notice>
        )}
        {removed.length > 0 && (
          <Notice tone="neutral" icon={IconInfoCircle} title={t('papers:removed', { numbers: removed.join(', ') })} />
        )}
      </div>
    </>
  );
}
