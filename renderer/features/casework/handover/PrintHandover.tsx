import { Button } from '@mantine/core';
import type { UnitId, UserId } from '#contract/ground/ids';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';

/** The handover as a PDF, in the language on screen. */
export function PrintHandover({ unitId, officer }: { readonly unitId: UnitId; readonly officer: UserId }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const print = useWrite('handover.print');
  const failure = choose.error?.failure ?? print.error?.failure;
  const pick = () => {
    print.reset();
    choose.mutate(
      { purpose: 'paper_pdf', suggestedName: `${t('fileWork:handover.fileName')}.pdf` },
      {
        onSuccess: ({ file }) => {
          if (file !== null) print.mutate({ unitId, userId: officer, file: file.grant, locale });
        },
      },
    );
  };
  useScreenKeys([{ keys: 'P', label: t('fileWork:operations.save.pdf'), run: pick }]);
  return (
    <>
      <span role="status">{print.isSuccess && t('common:savedNow')}</span>
      <Button
        variant="default"
        rightSection={<KeyHint keys="P" />}
        loading={choose.isPending || print.isPending}
        onClick={pick}
      >
        {t('fileWork:operations.save.pdf')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
