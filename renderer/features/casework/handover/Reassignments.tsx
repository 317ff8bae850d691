import { Button } from '@mantine/core';
import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Handover.module.css';

interface ReassignmentsProps {
  readonly unitId: UnitId;
  readonly reassignments: HandoverDetail['reassignments'];
}

/** What was given on already, and the way back. */
export function Reassignments({ unitId, reassignments }: ReassignmentsProps) {
  const t = useText();
  const names = useNames();
  const format = useFormat();
  const undo = useWrite('handover.undo');
  if (reassignments.length === 0) return null;
  const undone = reassignments.find(({ id }) => id === undo.variables?.reassignmentId);
  const left = undone && undo.data ? undone.items - undo.data.givenBack : 0;
  return (
    <section aria-label={t('fileWork:handover.reassigned')}>
      <h2 className={shared.headingAbove}>{t('fileWork:handover.reassigned')}</h2>
      {undo.error !== null && <FailureAlert failure={undo.error.failure} />}
      {left > 0 && <p role="status">{t('lists:undo.left', { count: left })}</p>}
      <ul className={shared.list}>
        {reassignments.map((each) => (
          <li key={each.id} className={classes.act}>
            <span>
              {t('fileWork:handover.act', {
                count: each.items,
                to: names.person(each.to),
                on: each.on,
                by: each.by,
              })}
            </span>
            {each.undoneAt === null ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={undo.isPending}
                onClick={() => {
                  undo.mutate({ unitId, reassignmentId: each.id });
                }}
              >
                {t('common:undo')}
              </Button>
            ) : (
              <span>{t('fileWork:handover.undone', { at: format.instant(each.undoneAt) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
