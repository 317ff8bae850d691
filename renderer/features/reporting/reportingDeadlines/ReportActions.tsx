import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useWrite } from '../../../bridge/queries.ts';
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
  const choose = useWrite('files.save');
  const write = useWrite('reports.export');
  const failure = choose.error?.failure ?? write.error?.failure;
  const pick = () => {
    write.reset();
    choose.mutate(
      { purpose: 'calendar', suggestedName: `${t('reports:export.fileName')}.ics` },
      {
        onSuccess: ({ file }) => {
          if (file !== null) write.mutate({ filter, file: file.grant, locale });
        },
      },
    );
  };
  useScreenKeys([{ keys: 'E', label: t('due:export.button'), run: pick }]);
  return (
    <>
      <span role="status" className={shared.quiet}>
        {write.data !== undefined && t('reports:export.saved', { count: write.data.events })}
      </span>
      {maySet && (
        <Button variant="default" onClick={dialog.open}>
          {t('reports:reminders.button')}
        </Button>
      )}
      <Button variant="default" onClick={pick} loading={choose.isPending || write.isPending}>
        {t('due:export.button')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {isOpen && reminders !== undefined && <RemindersDialog reminders={reminders} onClose={dialog.close} />}
    </>
  );
}
