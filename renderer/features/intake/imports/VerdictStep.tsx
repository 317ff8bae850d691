import { Button, Group, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconX, type Icon, IconPalette } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { verdict, verdictReason, type Verdict } from '#contract/intake/verdicts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import { Officers } from './Officers.tsx';
import { PassedOver } from './PassedOver.tsx';
import { SaveReport } from './SaveReport.tsx';
import { SeveralNumbers } from './SeveralNumbers.tsx';
import { Stripped } from './Stripped.tsx';
import type { ImportFlow } from './useImport.ts';
import { VerdictRows } from './VerdictRows.tsx';
import { useGo } from '../../../lib/useGo.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** What a colour says on some rows does not come in. */
function Marked({ marked }: { readonly marked: number }) {
  const t = useText();
  if (marked === 0) return null;
  return (
    <Notice tone="dueSoon" icon={IconPalette} title={t('imports:marked.title', { count: marked })}>
      {t('imports:marked.text')}
    </Notice>
  );
}

interface ImportDoneProps {
  readonly done: Output<'imports.apply'>;
  readonly previewId: string;
  readonly onNext: () => void;
}

function ImportDone({ done, previewId, onNext }: ImportDoneProps) {
  const t = useText();
  const format = useFormat();
  const go = useGo();
  return (
    <>
      <Notice tone="positive" icon={IconCheck} title={t('imports:done.title', { count: done.imported })}>
        {t('imports:done.text', { time: format.duration(done.milliseconds) })}
      </Notice>
      <Group gap="8px 12px">
        <Button onClick={go(`/referrals?importId=${done.importId}`)}>{t('imports:done.see')}</Button>
        <Button variant="default" onClick={onNext}>
          {t('imports:done.next')}
        </Button>
        <SaveReport previewId={previewId} />
      </Group>
    </>
  );
}

interface VerdictStepProps {
  readonly flow: ImportFlow;
  readonly preview: Output<'imports.preview'>;
}

const icons: Record<Verdict, Icon> = {
  new: IconCheck,
  duplicate: IconCopy,
  conflict: IconAlertTriangle,
  invalid: IconX,
};

/** What would happen to each row, and then the button that does it. */
export function VerdictStep({ flow, preview }: VerdictStepProps) {
  const t = useText();
  const format = useFormat();
  const [opened, setOpened] = useState<Verdict | null>(null);
  const { apply, job } = flow;
  const fresh = preview.counts.new;
  const reasons = verdictReason.options.filter((reason) => (preview.reasons[reason] ?? 0) > 0);
  return (
    <>
      <div className={classes.verdicts}>
        {verdict.options.map((each) => {
          const VerdictIcon = icons[each];
          return (
            <UnstyledButton
              key={each}
              className={classes.verdict}
              data-verdict={each}
              aria-expanded={opened === each}
              disabled={preview.counts[each] === 0}
              onClick={() => {
                setOpened(opened === each ? null : each);
              }}
            >
              <span className={classes.verdictName}>
                <VerdictIcon size={14} stroke={1.75} aria-hidden /> {t(`imports:verdict.${each}`)}
              </span>
              <span className={classes.count}>{format.number(preview.counts[each])}</span>
              <span className={shared.small}>
                {each === 'new' && apply.data !== undefined
                  ? t('imports:verdict.imported')
                  : t(`imports:verdictText.${each}`)}
              </span>
            </UnstyledButton>
          );
        })}
      </div>
      {reasons.length > 0 && (
        <p className={classes.reasons}>
          {reasons
            .map((reason) =>
              t('imports:verdict.reasonCount', {
                reason: t(`imports:reason.${reason}`),
                number: format.number(preview.reasons[reason] ?? 0),
              }),
            )
            .join(' · ')}
        </p>
      )}
      <PassedOver passedOver={preview.passedOver} />
      <SeveralNumbers
        cells={preview.reasons.several_numbers ?? 0}
        isSplit={flow.mapping?.splitNumbers === true}
        isBusy={apply.isPending || apply.data !== undefined}
        onSplit={(splitNumbers) => {
          flow.check({ splitNumbers });
        }}
      />
      <Officers officers={preview.officers} />
      <Marked marked={preview.marked} />
      <Stripped stripped={preview.stripped} />
      {opened !== null && <VerdictRows key={opened} flow={flow} previewId={preview.previewId} verdict={opened} />}
      {apply.error !== null && <FailureAlert failure={apply.error.failure} />}
      {apply.isPending && (
        <ProgressPanel title={t('imports:apply.running')} progress={job.progress} onCancel={job.cancel} />
      )}
      {apply.data !== undefined && (
        <ImportDone done={apply.data} previewId={preview.previewId} onNext={flow.startOver} />
      )}
      {!apply.isPending && apply.data === undefined && (
        <Group gap="8px 12px">
          <Button onClick={flow.importNew} disabled={fresh === 0}>
            {fresh === 0 ? t('imports:apply.nothing') : t('imports:apply.submit', { count: fresh })}
          </Button>
          <SaveReport previewId={preview.previewId} />
          <span className={shared.quiet}>{t('imports:apply.allOrNothing')}</span>
        </Group>
      )}
    </>
  );
}
