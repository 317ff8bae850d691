import { Button } from '@mantine/core';
import type { Locale } from '#contract/ground/codes';
import type { FileGrant } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { usePreferences } from '../bridge/preferences.ts';
import { useSaveAs } from '../bridge/saveAs.ts';
import { useText } from '../i18n/text.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import { FailureAlert } from './FailureAlert.tsx';
import { KeyHint } from './KeyHint.tsx';

type Printed = 'handover.print' | 'week.print';

interface PrintButtonProps<M extends Printed> {
  readonly method: M;
  /** Without its ending. */
  readonly fileName: string;
  readonly inputOf: (target: { readonly file: FileGrant; readonly locale: Locale }) => Input<M>;
}

/** What the screen shows as a PDF, in its language. */
export function PrintButton<M extends Printed>({ method, fileName, inputOf }: PrintButtonProps<M>) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, written, failure } = useSaveAs(method);
  const print = () => {
    save({ purpose: 'paper_pdf', suggestedName: `${fileName}.pdf` }, (file) => inputOf({ file, locale }));
  };
  useScreenKeys([{ keys: 'P', label: t('fileWork:operations.save.pdf'), run: print }]);
  return (
    <>
      <span role="status">{written !== undefined && t('common:savedNow')}</span>
      <Button variant="default" rightSection={<KeyHint keys="P" />} loading={isPending} onClick={print}>
        {t('fileWork:operations.save.pdf')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
