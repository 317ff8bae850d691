import { Link } from 'wouter';
import type { Board } from '#contract/statistics/backlog';
import { waitingState, type WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import classes from './WaitingBar.module.css';

type Waiting = NonNullable<Board['waiting']>;

/** Investigations alone wait in most states; referrals too are unassigned or active. */
function listOf(state: WaitingState, today: CivilDate): string {
  return state === 'unassigned' || state === 'active'
    ? `/backlog/waiting/${state}/${today}`
    : `/investigations?waiting=${state}`;
}

/** What the open files wait on, today. Court is drawn apart: it is no part of the backlog by default. */
export function WaitingBar({ waiting }: { readonly waiting: Waiting }) {
  const t = useText();
  const total = waitingState.options.reduce((sum, state) => sum + waiting[state], 0);
  const court = waiting.crown_or_court;
  const words =
    total === 0 ? t('backlog:waiting.none') : t('backlog:waiting.text', { count: total, rest: total - court, court });
  const share = (state: WaitingState) => (total === 0 ? 0 : waiting[state] / total);
  return (
    <Figure
      title={t('backlog:waiting.title')}
      description={words}
      hasLinks
      chart={<Bar waiting={waiting} total={total} />}
      table={
        <DataTable
          caption={t('backlog:waiting.title')}
          rows={waitingState.options}
          rowKey={(state) => state}
          keepsOrder
          columns={[
            { key: 'state', header: t('codes:field.state'), value: (state) => t(`codes:waitingState.${state}`) },
            { key: 'files', header: t('common:files'), as: 'number', value: (state) => waiting[state] },
            { key: 'share', header: t('codes:heading.share'), as: 'percent', value: (state) => share(state) },
          ]}
        />
      }
    />
  );
}

function Bar({ waiting, total }: { readonly waiting: Waiting; readonly total: number }) {
  const t = useText();
  const format = useFormat();
  return (
    <div>
      <div className={classes.bar}>
        {total > 0 &&
          waitingState.options
            .filter((state) => waiting[state] > 0)
            .map((state) => (
              <span
                key={state}
                className={classes.part}
                data-state={state}
                style={{ flexGrow: waiting[state] }}
                title={t(`codes:waitingState.${state}`)}
              />
            ))}
      </div>
      <ul className={classes.legend}>
        {waitingState.options.map((state) => (
          <li key={state}>
            <span className={classes.swatch} data-state={state} />
            {t(`codes:waitingState.${state}`)}
            <Link
              href={listOf(state, today())}
              className="tabular"
              aria-label={`${t(`codes:waitingState.${state}`)}: ${format.number(waiting[state])}`}
            >
              <strong>{format.number(waiting[state])}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
