import { Select, Anchor } from '@mantine/core';
import { addMonths, monthOf, type CivilDate, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { AgeFigure } from './AgeFigure.tsx';
import { asOfChoices, asOfWithin } from './asOf.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';
import { SurvivalFigure } from './SurvivalFigure.tsx';
import { Link } from 'wouter';
import { AgedFilesTable } from './AgedFilesTable.tsx';

interface OldestFilesProps {
  readonly on: CivilDate;
  readonly unitIds: readonly UnitId[] | null;
}

/** The ten oldest, and the way to all. */
function OldestFiles({ on, unitIds }: OldestFilesProps) {
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

interface AgeingProps {
  readonly last: Month;
  /** Null: every unit of the user. */
  readonly unitIds: readonly UnitId[] | null;
}

/** How old the open files are and how long files stay; for those who may see files. */
export function Ageing(props: AgeingProps) {
  const t = useText();
  const { workspace, roles } = useSession();
  const mayAsk = workspace.kind === 'unit' && roles.some((role) => role === 'investigator' || role === 'supervisor');
  return (
    <section className={classes.section} aria-labelledby="ageing-title">
      <h2 id="ageing-title" className={shared.title}>
        {t('backlog:ages.section')}
      </h2>
      {mayAsk ? (
        <AgeingOfFiles {...props} />
      ) : (
        <p className={shared.noteBelow}>{t(`backlog:ages.absent.${workspace.kind}`)}</p>
      )}
    </section>
  );
}

function AgeingOfFiles({ last, unitIds }: AgeingProps) {
  const t = useText();
  const format = useFormat();
  const [{ span }] = useFigureFilter();
  const [chosen, choose] = useKeptState<CivilDate | null>('backlog.asOf', null);
  const now = today();
  const choices = asOfChoices(last, span, now);
  const on = asOfWithin(chosen, choices, now);
  const scope = unitIds === null ? {} : { unitIds: [...unitIds] };
  const ageing = useRead('backlog.ageing', { ...scope, on }, { keepPrevious: true });
  return (
    <div className={classes.parts}>
      <Select
        className={classes.asOf ?? ''}
        label={t('backlog:ages.asOf')}
        value={on}
        data={choices.map((day) => ({
          value: day,
          label: day === now ? t('backlog:ages.today', { day: format.day(day) }) : format.day(day),
        }))}
        allowDeselect={false}
        onChange={(day) => {
          choose(choices.find((each) => each === day && each !== now) ?? null);
        }}
      />
      {ageing.error !== null && <FailureAlert failure={ageing.error.failure} />}
      {ageing.isPending && (
        <p className={shared.noteBelow} aria-busy>
          {t('backlog:ages.reading')}
        </p>
      )}
      {ageing.data !== undefined && <AgeFigure ageing={ageing.data} />}
      {ageing.data !== undefined && ageing.data.files > 0 && <OldestFiles on={on} unitIds={unitIds} />}
      <SurvivalFigure on={on} from={addMonths(monthOf(on), 1 - span)} unitIds={unitIds} />
    </div>
  );
}
