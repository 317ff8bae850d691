import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { z } from 'zod';
import { ageBand } from '#contract/statistics/backlog';
import { waitingState } from '#contract/ground/codes';
import { civilDate } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AgedFilesTable } from './AgedFilesTable.tsx';
import classes from './Backlog.module.css';
import { NoSuchList } from './NoSuchList.tsx';

const size = 100;
const address = z.object({
  band: z.union([ageBand, z.literal('all')]).default('all'),
  waiting: waitingState.optional(),
  on: civilDate,
  unitId: unitId.optional(),
});
type Address = z.infer<typeof address>;

/** The files of an age band on a day, or those in a state of waiting, oldest first. */
export function AgedList(params: Readonly<Record<string, string | undefined>>) {
  const parsed = address.safeParse(params);
  return parsed.success ? <Files {...parsed.data} /> : <NoSuchList />;
}

function useTitle({ band, waiting }: Address): string {
  const t = useText();
  if (waiting !== undefined) return t(`codes:waitingState.${waiting}`);
  return band === 'all' ? t('backlog:ages.allTitle') : t(`backlog:ages.bandTitle.${band}`);
}

function Files(address: Address) {
  const { band, waiting, on, unitId: only } = address;
  const t = useText();
  const format = useFormat();
  const [filter] = useFigureFilter();
  const [offset, setOffset] = useState(0);
  const unitIds = only === undefined ? filter.unitIds : [only];
  const input = {
    on,
    offset,
    size,
    ...(unitIds === null ? {} : { unitIds: [...unitIds] }),
    ...(band === 'all' ? {} : { band }),
    ...(waiting === undefined ? {} : { waiting }),
  };
  const answer = useRead('backlog.agedFiles', input, { keepPrevious: true });
  const title = useTitle(address);
  return (
    <>
      <PageHeader
        title={title}
        context={t('backlog:ages.listText', { day: format.day(on) })}
        actions={
          <Anchor component={Link} href={only === undefined ? '/backlog' : `/backlog/units/${only}`} size="sm">
            {t(`backlog:list.${only === undefined ? 'toBoard' : 'toUnit'}`)}
          </Anchor>
        }
      />
      <div className={classes.body}>
        {answer.error !== null && <FailureAlert failure={answer.error.failure} />}
        {answer.data !== undefined && (
          <div>
            <p className={classes.headline} role="status">
              {t('backlog:list.files', { count: answer.data.total })}
              {answer.data.sealed > 0 && <> {t('common:behind.sealed', { count: answer.data.sealed })}</>}
            </p>
            {answer.data.total === 0 ? (
              <EmptyState title={t('common:behind.empty')} text={t('backlog:ages.emptyText')} />
            ) : (
              <AgedFilesTable caption={title} files={answer.data.files} keepsOrder={answer.data.total > size} />
            )}
            {answer.data.total > size && (
              <Pager offset={offset} size={size} total={answer.data.total} onMove={setOffset} />
            )}
          </div>
        )}
      </div>
    </>
  );
}
