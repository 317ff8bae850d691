import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { HandoverDetail } from '#contract/casework/handover';
import { userId, type UnitId, type UserId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole, useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useAwayText, useLeaves, useOfficerLabel } from '../../../lib/useLeaves.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFoot } from '../../../ui/ListFoot.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import shared from '../../../ui/Shared.module.css';
import { useUndo } from '../../../ui/useUndo.tsx';
import { ReassignDialog } from '../investigations/ReassignDialog.tsx';
import { LeaveDialog } from '../leave/LeaveDialog.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import classes from './Handover.module.css';
import { HandoverList } from './HandoverList.tsx';
import { HandoverDates, HandoverPapers } from './HandoverTables.tsx';
import { HandoverTabs } from './HandoverTabs.tsx';
import { Reassignments } from './Reassignments.tsx';
import { useHandedOver, type HandedOver, type HandoverPart } from './useHandedOver.ts';
import { Written } from './Written.tsx';

/** What an officer leaves behind in a unit, and to whom it goes. */
export function HandoverScreen() {
  const t = useText();
  const names = useNames();
  const { user } = useSession();
  const [unitId, setUnit] = useState<UnitId | null>(null);
  const [officer, setOfficer] = useState<UserId>(user.id);
  const unit = unitId ?? names.units[0]?.id ?? null;
  if (unit === null) return null;
  return (
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
          <OfficerPicker unitId={unit} officer={officer} onOfficer={setOfficer} />
        </>
      }
    />
  );
}

interface OfficerPickerProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly onOfficer: (officer: UserId) => void;
}

function OfficerPicker({ unitId, officer, onOfficer }: OfficerPickerProps) {
  const t = useText();
  const label = useOfficerLabel();
  const people = useNames().peopleOf(unitId);
  return (
    <Choice
      size="xs"
      w={200}
      aria-label={t('codes:field.officer')}
      options={people.map((person) => ({ value: person.id, label: label(person, unitId) }))}
      value={officer}
      onChange={(value) => {
        onOfficer(userId.parse(value));
      }}
    />
  );
}

interface HandoverProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly pickers: ReactNode;
}

type Dialog = 'reassign' | 'describe' | 'leave';

function Handover({ unitId, officer, pickers }: HandoverProps) {
  const t = useText();
  const { data: detail, error } = useRead('handover.get', { unitId, userId: officer });
  const [part, setPart] = useState<HandoverPart>('files');
  const [dialog, { open, close, opener }] = useOpened<Dialog>();
  const handed = useHandedOver(detail, part);
  const offerUndo = useUndo();
  const give = () => {
    if (handed.count > 0) open('reassign');
  };
  const isOwn = useSession().user.id === officer;
  const mayLeave = useHasRole('supervisor', 'administrator') || isOwn;
  useScreenKeys([
    ...(handed.count === 0 ? [] : [{ keys: 'A', label: t('fileWork:handover.reassign'), run: give }]),
    { keys: 'E', label: t('fileWork:handover.describe'), run: opener('describe') },
    ...(mayLeave ? [{ keys: 'L', label: t('fileWork:leave.open'), run: opener('leave') }] : []),
  ]);
  return (
    <ListScreen
      head={
        <>
          <HandoverHead
            {...{ unitId, officer, pickers }}
            onDescribe={opener('describe')}
            onLeave={mayLeave ? opener('leave') : null}
          />
          {detail !== undefined && (
            <ListBar
              label={t('fileWork:handover.nav')}
              view={<HandoverTabs part={part} onPart={setPart} />}
              total={null}
              all={null}
            />
          )}
          <ListFailure failure={error?.failure ?? null} />
        </>
      }
      list={detail !== undefined && <HandoverContent {...{ unitId, detail, part, handed }} />}
      foot={<HandoverFoot part={part} handed={handed} onGive={give} />}
      panel={
        <>
          {detail !== undefined && dialog === 'describe' && (
            <DescribeDialog unitId={unitId} officer={officer} described={detail.described} onClose={close} />
          )}
          {dialog === 'leave' && <LeaveDialog officer={officer} unitId={unitId} onClose={close} />}
          {dialog === 'reassign' && (
            <ReassignDialog
              unitId={unitId}
              officer={officer}
              passed={handed.passed}
              onClose={close}
              onDone={(undoable) => {
                close();
                handed.clear();
                offerUndo(undoable);
              }}
            />
          )}
        </>
      }
    />
  );
}

interface HandoverHeadProps extends HandoverProps {
  readonly onDescribe: () => void;
  /** Null for who may record no leave of this officer. */
  readonly onLeave: (() => void) | null;
}

function HandoverHead({ unitId, officer, pickers, onDescribe, onLeave }: HandoverHeadProps) {
  const t = useText();
  const names = useNames();
  const name = names.person(officer);
  const leave = useLeaves().running(officer, unitId);
  const away = useAwayText();
  return (
    <PageHeader
      title={t('fileWork:handover.title', { name })}
      context={leave && away(leave, name)}
      actions={
        <>
          {pickers}
          {onLeave !== null && (
            <Button variant="default" rightSection={<KeyHint keys="L" />} onClick={onLeave}>
              {t('fileWork:leave.open')}
            </Button>
          )}
          <PrintButton
            method="handover.print"
            fileName={t('fileWork:handover.fileName')}
            inputOf={(to) => ({ ...to, unitId, userId: officer })}
          />
          <Button variant="default" rightSection={<KeyHint keys="E" />} onClick={onDescribe}>
            {t('fileWork:handover.describe')}
          </Button>
        </>
      }
    />
  );
}

interface HandoverContentProps {
  readonly unitId: UnitId;
  readonly detail: HandoverDetail;
  readonly part: HandoverPart;
  readonly handed: HandedOver;
}

function HandoverContent({ unitId, detail, part, handed }: HandoverContentProps) {
  const t = useText();
  const rows = {
    files: detail.investigations,
    referrals: detail.referrals,
    tasks: detail.tasks,
    hearings: detail.hearings,
  };
  const shown = { ...rows, dates: detail.due, papers: detail.papers, notes: null }[part];
  if (shown !== null && shown.length === 0)
    return (
      <div className={classes.page}>
        <p className={shared.none}>{t('fileWork:handover.none')}</p>
      </div>
    );
  if (part in rows) return <HandoverList {...{ unitId, detail, part, handed }} />;
  return (
    <div className={classes.page}>
      {part === 'dates' && <HandoverDates unitId={unitId} detail={detail} />}
      {part === 'papers' && <HandoverPapers unitId={unitId} detail={detail} />}
      {part === 'notes' && (
        <>
          <Written described={detail.described} />
          <Reassignments unitId={unitId} reassignments={detail.reassignments} />
        </>
      )}
    </div>
  );
}

interface HandoverFootProps {
  readonly part: HandoverPart;
  readonly handed: HandedOver;
  readonly onGive: () => void;
}

/** What is chosen in all the lists goes by one act. */
function HandoverFoot({ part, handed, onGive }: HandoverFootProps) {
  const t = useText();
  if (handed.selected === 0 && !['files', 'referrals', 'tasks', 'hearings'].includes(part)) return null;
  return (
    <ListFoot selected={handed.selected} onClear={handed.clear}>
      <Button size="compact-sm" rightSection={<KeyHint keys="A" />} onClick={onGive}>
        {t('fileWork:handover.reassign')}
      </Button>
    </ListFoot>
  );
}
