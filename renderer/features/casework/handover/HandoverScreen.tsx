import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { HandoverDetail } from '#contract/casework/handover';
import { userId, type UnitId, type UserId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFoot } from '../../../ui/ListFoot.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import shared from '../../../ui/Shared.module.css';
import { useUndo } from '../../../ui/useUndo.tsx';
import { ReassignDialog } from '../investigations/ReassignDialog.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import classes from './Handover.module.css';
import { HandoverList } from './HandoverList.tsx';
import { HandoverDates, HandoverPapers } from './HandoverTables.tsx';
import { HandoverTabs } from './HandoverTabs.tsx';
import { PrintHandover } from './PrintHandover.tsx';
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
  const { data: detail, error } = useRead('handover.get', { unitId, userId: officer });
  const [part, setPart] = useState<HandoverPart>('files');
  const [dialog, { close, opener }] = useOpened<Dialog>();
  const handed = useHandedOver(detail, part);
  const offerUndo = useUndo();
  const give = opener('reassign');
  useScreenKeys([
    ...(handed.count === 0 ? [] : [{ keys: 'A', label: t('fileWork:handover.reassign'), run: give }]),
    { keys: 'E', label: t('fileWork:handover.describe'), run: opener('describe') },
  ]);
  return (
    <ListScreen
      head={
        <>
          <HandoverHead {...{ unitId, officer, pickers, detail }} onDescribe={opener('describe')} />
          {detail !== undefined && (
            <ListBar
              label={t('fileWork:handover.nav')}
              view={<HandoverTabs detail={detail} part={part} onPart={setPart} />}
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
          {dialog === 'reassign' && handed.count > 0 && (
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
  readonly detail: HandoverDetail | undefined;
  readonly onDescribe: () => void;
}

function HandoverHead({ unitId, officer, pickers, detail, onDescribe }: HandoverHeadProps) {
  const t = useText();
  const names = useNames();
  return (
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
  const rows = { files: detail.investigations, referrals: detail.referrals, tasks: detail.tasks };
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
  if (handed.selected === 0 && !['files', 'referrals', 'tasks'].includes(part)) return null;
  return (
    <ListFoot selected={handed.selected} onClear={handed.clear}>
      <Button size="compact-sm" rightSection={<KeyHint keys="A" />} onClick={onGive}>
        {t('fileWork:handover.reassign')}
      </Button>
    </ListFoot>
  );
}
