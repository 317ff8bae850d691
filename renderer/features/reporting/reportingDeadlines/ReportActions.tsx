import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { RemindersDialog } from './RemindersDialog.tsx';
import shared from '../../../ui/Shared.module.css';
import type { ReportFilter } from './useReportFilter.ts';

interface ReportActionsProps {
  readonly filter: ReportFilter;
  readonly reminders: readonly number[] | undefined;
}

/** Carries the dates to another calendar, and sets how long before its day a report is called to mind. */
export function ReportActions({ filter, reminders }: ReportActionsProps) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  // They hold for the reports of all agreements.
  const maySet = useSession().agreementIds === null;
  const [isOpen, dialog] = useDisclosure();
  const { save, isPending, written, failure } = useSaveAs('reports.export');
  const pick = () => {
    save({ purpose: 'calendar', suggestedName: `${t('reports:export.fileName')}.ics` }, (file) => ({
      ...{ filter, file, locale },
    }));
  };
  useScreenKeys([{ keys: 'E', label: t('due:export.button'), run: pick }]);
  return (
    <>
      <span role="status" className={shared.quiet}>
        {written !== undefined && t('reports:export.saved', { count: written.events })}
      </span>
      {maySet && (
        <Button variant="default" onClick={dialog.open}>
          {t('reports:reminders.button')}
        </Button>
      )}
      <Button variant="default" onClick={pick} loading={isPending}>
        {t('due:export.button')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {isOpen && reminders !== undefined && <RemindersDialog reminders={reminders} onClose={dialog.close} />}
    </>
  );
}
