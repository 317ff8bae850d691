import type { CivilDate } from '#contract/ground/dates';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import shared from '../../../ui/Shared.module.css';
import type { FilePartProps } from './fileParts.ts';
import classes from './FirstScreen.module.css';

interface Wait {
  readonly key: string;
  readonly since: CivilDate;
  readonly what: string;
  /** Whose turn it is. */
  readonly on: string | null;
}

/** Who has something to give to the file, and since when; what has a date to keep is among those. */
export function Waiting({ detail }: FilePartProps) {
  const t = useText();
  const waits = [...useOutside(detail), ...useTasks(detail)].toSorted((a, b) => (a.since < b.since ? -1 : 1));
  if (waits.length === 0 || detail.investigation.concludedOn !== null) return null;
  const title = t('investigations:waiting.title');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      <ul className={classes.rows}>
        {waits.map(({ key, since, what, on }) => (
          <li key={key}>
            <span className={classes.lead}>{since}</span>
            <span>
              {what}
              {on !== null && <span className={shared.dimmed}> · {on}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The file as a whole, then orders, devices and victims' services that have not answered. */
function useOutside({ investigation }: FilePartProps['detail']): readonly Wait[] {
  const t = useText();
  const format = useFormat();
  const { id: investigationId, waiting, waitingSince, waitingOn } = investigation;
  const kinds = useRead('authorities.catalogue', {}, { frozen: true }).data?.kinds ?? [];
  const authorities = useRead('authorities.list', { investigationId }).data?.authorities ?? [];
  const devices = useRead('devices.list', { investigationId }).data?.devices ?? [];
  const support = useRead('support.list', { investigationId }).data?.referrals ?? [];
  const isOutside = waiting !== 'unassigned' && waiting !== 'active';
  const state = t(`codes:waitingState.${waiting}`);
  return [
    ...(isOutside ? [{ key: 'file', since: waitingSince, what: state, on: waitingOn }] : []),
    ...authorities.flatMap(({ id, kind: code, doneOn, endedOn, servedOn, startedOn, heldBy }) => {
      const kind = kinds.find((each) => each.code === code);
      if (kind?.resultsAreProduced !== true || doneOn !== null || endedOn !== null) return [];
      return [{ key: id, since: servedOn ?? startedOn, what: format.bilingual(kind.name), on: heldBy }];
    }),
    ...devices.flatMap(({ id, kind, count, label, endedOn, examinedOn, queuedOn, seizedOn, lab }) => {
      if (endedOn !== null || examinedOn !== null) return [];
      const named = t('fileWork:devices.named', { kind: t(`codes:deviceKind.${kind}`), count });
      const what = t('investigations:waiting.examination', { name: [named, label ?? ''].join(' ').trim() });
      return [{ key: id, since: queuedOn ?? seizedOn, what, on: lab }];
    }),
    ...support.flatMap(({ id, outcome, referredOn, service }) =>
      outcome === null
        ? [{ key: id, since: referredOn, what: t('persons:support.title'), on: t(`codes:supportService.${service}`) }]
        : [],
    ),
  ];
}

/** Tasks without a day: those with one are among the dates to keep. */
function useTasks({ investigation: { id: investigationId, lead } }: FilePartProps['detail']): readonly Wait[] {
  const t = useText();
  const names = useNames();
  const tasks = useRead('tasks.list', { investigationId }).data?.tasks ?? [];
  return tasks.flatMap(({ id, what, addedOn, doneOn, dueOn, owner }) => {
    if (doneOn !== null || dueOn !== null) return [];
    const by = owner ?? lead;
    const on = by === null ? null : names.person(by);
    return [{ key: id, since: addedOn, what: t('fileWork:timeline.kind.task_due', { detail: what }), on }];
  });
}
