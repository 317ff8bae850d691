import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { AgedFilesTable } from './AgedFilesTable.tsx';
import shared from '../../../ui/Shared.module.css';

interface OldestFilesProps {
  readonly on: CivilDate;
  readonly unitIds: readonly UnitId[] | null;
}

/** The ten oldest, and the way to all. */
export function OldestFiles({ on, unitIds }: OldestFilesProps) {
  const t = useText();
  const scope = unitIds === null ? {} : { unitIds: [...unitIds] };
  const answer = useRead('backlog.agedFiles', { ...scope, on, offset: 0, size: 10 }, { keepPrevious: true });
  if (answer.error !== null) return <FailureAlert failure={answer.error.failure} />;
  if (answer.data === undefined) return null;
  const { files, total } = answer.data;
  return (
    <section aria-labelledby="oldest-title">
      <h3 id="oldest-title" className={shared.title}>
        {t('backlog:ages.oldest', { count: files.length })}
      </h3>
      <AgedFilesTable caption={t('backlog:ages.oldest', { count: files.length })} files={files} />
      {total > files.length && (
        <Anchor component={Link} href={`/backlog/ages/all/${on}`} size="sm">
          {t('backlog:ages.all', { count: total })}
        </Anchor>
      )}
    </section>
  );
}
