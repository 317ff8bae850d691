import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { userId, type UnitId, type UserId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import classes from './Handover.module.css';
import { HandoverTables } from './HandoverTables.tsx';
import { PrintHandover } from './PrintHandover.tsx';
import { ReassignDialog } from './ReassignDialog.tsx';
import { Reassignments } from './Reassignments.tsx';
import { Written } from './Written.tsx';
import { useChosen } from './useChosen.ts';

/** What an officer leaves behind in a unit, and to whom it goes. */
export function HandoverScreen() {
  const t = useText();
  const names = useNames();
  const { user } = useSession();
  const [unitId, setUnit] = useState<UnitId | null>(null);
  const [officer, setOfficer] = useState<UserId>(user.id);
  const unit = unitId ?? names.units[0]?.id ?? null;
  return (
    <>
      {unit !== null && (
        <Handover
          key={`${unit} ${officer}`}
          unitId={unit}
          officer={officer}
          pickers={
            <>
              {names.units.length > 1 && (
                <Choice
                  size="xs"
                  w={120}
                  aria-label={t('codes:heading.unit')}
                  options={names.units.map((each) => ({ value: each.id, label: each.code }))}
                  value={unit}
                  onChange={(value) => {
                    setUnit(names.units.find((each) => each.id === value)?.id ?? null);
                  }}
                />
              )}
              <Choice
                size="xs"
                w={200}
                aria-label={t('codes:field.officer')}
                options={names.peopleOf(unit).map((each) => ({ value: each.id, label: each.displayName }))}
                value={officer}
                onChange={(value) => {
                  setOfficer(userId.parse(value));
                }}
              />
            </>
          }
        />
      )}
    </>
  );
}

interface HandoverProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly pickers: ReactNode;
}

type Dialog = 'reassign' | 'describe';

function Handover({ unitId, officer, pickers }: HandoverProps) {
  const t = useText();
  const names = useNames();
  const read = useRead('handover.get', { unitId, userId: officer });
  const [dialog, { close, opener }] = useOpened<Dialog>();
  const detail = read.data;
  const chosen = useChosen(detail);
  useScreenKeys([
    { keys: 'A', label: t('fileWork:handover.reassign'), run: opener('reassign') },
    { keys: 'E', label: t('fileWork:handover.describe'), run: opener('describe') },
  ]);
  return (
    <>
      <PageHeader
        title={t('fileWork:handover.title', { name: names.person(officer) })}
        context={
          detail &&
          t('fileWork:handover.summary', {
            files: detail.investigations.length,
            referrals: detail.referrals.length,
            tasks: detail.tasks.length,
          })
        }
        actions={
          <>
            {pickers}
            <PrintHandover unitId={unitId} officer={officer} />
            <Button variant="default" rightSection={<KeyHint keys="E" />} onClick={opener('describe')}>
              {t('fileWork:handover.describe')}
            </Button>
            <Button rightSection={<KeyHint keys="A" />} disabled={chosen.count === 0} onClick={opener('reassign')}>
              {t('fileWork:handover.reassign')}
            </Button>
          </>
        }
      />
      <div className={classes.page}>
        {read.error !== null && <FailureAlert failure={read.error.failure} />}
        {detail !== undefined && (
          <>
            <Reassignments unitId={unitId} reassignments={detail.reassignments} />
            <Written described={detail.described} />
            <HandoverTables unitId={unitId} detail={detail} chosen={chosen} />
          </>
        )}
      </div>
      {detail !== undefined && dialog === 'describe' && (
        <DescribeDialog unitId={unitId} officer={officer} described={detail.described} onClose={close} />
      )}
      {dialog === 'reassign' && chosen.count > 0 && (
        <ReassignDialog unitId={unitId} officer={officer} chosen={chosen} onClose={close} />
      )}
    </>
  );
}
