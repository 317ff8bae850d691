import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Quarter } from '#contract/ground/dates';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { lastWholeQuarter } from '../../../lib/fiscal.ts';

/** Of a unit without Vigie, for the quarter on screen or the last one that is over. */
export function BlankForm({ quarter }: { readonly quarter: Quarter | null }) {
  const t = useText();
  const { save, isPending, failure } = useSaveAs('rollup.writeKit');
  const run = () => {
    const of = quarter ?? lastWholeQuarter();
    const suggestedName = t('rollup:kit.fileName', { quarter: `${String(of.fiscalYear)}-Q${String(of.quarter)}` });
    save(
      { purpose: 'kit', suggestedName },
      (file) => ({ file, quarter: of }),
      (_written, { name }) => {
        notifications.show({ title: t('rollup:kit.done', { name }), message: t('rollup:kit.doneText') });
      },
    );
  };
  return (
    <>
      <Button variant="default" loading={isPending} onClick={run}>
        {t('rollup:kit.write')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
