import { Button } from '@mantine/core';
import type { UnitId, UserId } from '#contract/ground/ids';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';

/** The handover as a PDF, in the language on screen. */
export function PrintHandover({ unitId, officer }: { readonly unitId: UnitId; readonly officer: UserId }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, written, failure } = useSaveAs('handover.print');
  const pick = () => {
    save({ purpose: 'paper_pdf', suggestedName: `${t('fileWork:handover.fileName')}.pdf` }, (file) => ({
      ...{ unitId, userId: officer, file, locale },
    }));
  };
  useScreenKeys([{ keys: 'P', label: t('fileWork:operations.save.pdf'), run: pick }]);
  return (
    <>
      <span role="status">{written !== undefined && t('common:savedNow')}</span>
      <Button variant="default" rightSection={<KeyHint keys="P" />} loading={isPending} onClick={pick}>
        {t('fileWork:operations.save.pdf')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
