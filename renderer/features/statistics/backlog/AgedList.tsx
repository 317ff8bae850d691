import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { z } from 'zod';
import { ageBand } from '#contract/statistics/backlog';
import { civilDate } from '#contract/ground/dates';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AgedFilesTable } from './AgedFilesTable.tsx';
import classes from './Backlog.module.css';
import { NoSuchList } from './NoSuchList.tsx';
import { Pager } from './Pager.tsx';

const size = 100;
const address = z.object({ band: z.union([ageBand, z.literal('all')]), on: civilDate });
type Address = z.infer<typeof address>;

/** The files of an age band on a day, oldest first. */
export function AgedList(params: Readonly<Record<string, string | undefined>>) {
  const parsed = address.safeParse(params);
  return parsed.success ? <Files {...parsed.data} /> : <NoSuchList />;
}

function Files({ band, on }: Address) {
  const t = useText();
  const format = useFormat();
  const [{ unitIds }] = useFigureFilter();
  const [offset, setOffset] = useState(0);
  const asked = { on, offset, size, ...(unitIds === null ? {} : { unitIds: [...unitIds] }) };
  const input = band === 'all' ? asked : { ...asked, band };
  const answer = useRead('backlog.agedFiles', input, { keepPrevious: true });
  const title = band === 'all' ? t('backlog:ages.allTitle') : t(`backlog:ages.bandTitle.${band}`);
  return (
    <>
      <PageHeader
        title={title}
        context={t('backlog:ages.listText', { day: format.day(on) })}
        actions={
          <Anchor component={Link} href="/backlog" size="sm">
            {t('backlog:list.toBoard')}
          </Anchor>
        }
      />
      <div className={classes.body}>
        {answer.error !== null && <FailureAlert failure={answer.error.failure} />}
        {answer.data !== undefined && (
          <div>
            <p className={classes.headline} role="status">
              {t('backlog:list.files', { count: answer.data.total })}
              {answer.data.sealed > 0 && <> {t('backlog:list.sealed', { count: answer.data.sealed })}</>}
            </p>
            {answer.data.total === 0 ? (
              <EmptyState title={t('backlog:list.empty')} text={t('backlog:ages.emptyText')} />
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
