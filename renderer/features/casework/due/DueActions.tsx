import { Button } from '@mantine/core';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { ClosedDaysDialog } from './ClosedDaysDialog.tsx';
import type { DueFilter } from './DueFilters.tsx';
import { ExportCalendar } from './ExportCalendar.tsx';
import { PeriodsDialog } from './PeriodsDialog.tsx';

type Setting = 'periods' | 'closed';

/** What can be done with the dates: carry them to another calendar, and for a supervisor set what they rest on. */
export function DueActions({ filter }: { readonly filter: DueFilter }) {
  const t = useText();
  const { roles } = useSession();
  const [open, dialog] = useOpened<Setting>();
  const setting = (which: Setting) => (
    <Button variant="default" onClick={dialog.opener(which)}>
      {t(`due:${which}.button`)}
    </Button>
  );
  return (
    <>
      {roles.includes('supervisor') && setting('periods')}
      {roles.includes('supervisor') && setting('closed')}
      <ExportCalendar filter={filter} />
      {open !== null && <SettingDialog which={open} onClose={dialog.close} />}
    </>
  );
}

interface SettingDialogProps {
  readonly which: Setting;
  readonly onClose: () => void;
}

/** Mounted once what is set is known. */
function SettingDialog({ which, onClose }: SettingDialogProps) {
  const settings = useRead('clockSettings.get', {}).data;
  if (settings === undefined) return null;
  return which === 'periods' ? (
    <PeriodsDialog parameters={settings.parameters} onClose={onClose} />
  ) : (
    <ClosedDaysDialog closedDays={settings.closedDays} onClose={onClose} />
  );
}
