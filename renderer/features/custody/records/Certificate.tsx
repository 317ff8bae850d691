import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';

/** The certificate of what the unit purged on that day, as a PDF in the language on screen. */
export function Certificate({ unitId, on }: { readonly unitId: UnitId; readonly on: CivilDate }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, failure } = useSaveAs('purges.certify');
  const certify = () => {
    save(
      { purpose: 'paper_pdf', suggestedName: `${t('records:purged.certificateName', { on })}.pdf` },
      (file) => ({ unitId, on, file, locale }),
      () => {
        notifications.show({ message: t('records:purged.certified') });
      },
    );
  };
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={isPending}
        aria-label={t('records:purged.certificateFor', { on })}
        onClick={certify}
      >
        {t('records:purged.certificate')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
