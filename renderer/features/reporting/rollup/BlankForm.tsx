import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Quarter } from '#contract/ground/dates';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { lastWholeQuarter } from '../../../lib/fiscal.ts';

/** Of a unit without Vigie, for the quarter on screen or the last one that is over. */
export function BlankForm({ quarter }: { readonly quarter: Quarter | null }) {
  const t = useText();
  const choose = useWrite('files.save');
  const write = useWrite('rollup.writeKit');
  const failure = (choose.error ?? write.error)?.failure ?? null;
  const run = async () => {
    const of = quarter ?? lastWholeQuarter();
    const suggestedName = t('rollup:kit.fileName', { quarter: `${String(of.fiscalYear)}-Q${String(of.quarter)}` });
    const { file } = await choose.mutateAsync({ purpose: 'kit', suggestedName });
    if (file === null) return;
    await write.mutateAsync({ file: file.grant, quarter: of });
    notifications.show({ title: t('rollup:kit.done', { name: file.name }), message: t('rollup:kit.doneText') });
  };
  return (
    <>
      <Button
        variant="default"
        loading={choose.isPending || write.isPending}
        onClick={() => {
          run().catch(() => undefined);
        }}
      >
        {t('rollup:kit.write')}
      </Button>
      {failure !== null && <FailureAlert failure={failure} />}
    </>
  );
}
