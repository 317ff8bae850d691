import { Button, Group, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowRight,
  IconCheck,
  IconEqual,
  IconInfoCircle,
  IconMinus,
  IconPlus,
  IconStrikethrough,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { difference, extractReason, type Difference } from '#contract/intake/extracts';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { DifferenceRows } from './DifferenceRows.tsx';
import { takeable, useExtractChoice } from './extractChoice.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import { Stripped } from './Stripped.tsx';
import type { ExtractFlow } from './useExtract.ts';

interface DifferenceStepProps {
  readonly flow: ExtractFlow;
  readonly preview: Output<'extracts.preview'>;
}

const icons: Record<Difference, Icon> = {
  new: IconPlus,
  changed: IconArrowRight,
  conflict: IconAlertTriangle,
  gone: IconMinus,
  struck: IconStrikethrough,
  unchanged: IconEqual,
  invalid: IconX,
};

/** What differs from what Vigie holds, group by group and row by row, and then the button that writes what was chosen. */
export function DifferenceStep({ flow, preview }: DifferenceStepProps) {
  const t = useText();
  const choice = useExtractChoice();
  const [opened, setOpened] = useState<Difference | null>(null);
  const { apply, job } = flow;
  const { counts } = preview;
  const chosen = takeable.reduce((sum, each) => sum + choice.chosenOf(each, counts[each]), 0);
  return (
    <>
      <Groups counts={counts} opened={opened} onOpen={setOpened} />
      <Remarks preview={preview} />
      {opened !== null && (
        <DifferenceRows
          key={opened}
          previewId={preview.previewId}
          group={opened}
          choice={choice}
          isLocked={apply.isPending || apply.data !== undefined}
        />
      )}
      {apply.error !== null && <FailureAlert failure={apply.error.failure} />}
      {apply.isPending && (
        <ProgressPanel title={t('imports:apply.running')} progress={job.progress} onCancel={job.cancel} />
      )}
      {apply.data !== undefined && <Done written={apply.data.written} onNext={flow.startOver} />}
      {!apply.isPending && apply.data === undefined && (
        <Group gap="8px 12px">
          <Button
            onClick={() => {
              flow.applyChosen(choice.take, choice.except);
            }}
            disabled={counts.new + counts.changed + counts.unchanged + chosen === 0}
          >
            {t('imports:difference.apply', { count: chosen })}
          </Button>
          <span className={shared.quiet}>{t('imports:difference.allOrNothing')}</span>
        </Group>
      )}
    </>
  );
}

interface GroupsProps {
  readonly counts: Readonly<Record<Difference, number>>;
  readonly opened: Difference | null;
  readonly onOpen: (group: Difference | null) => void;
}

function Groups({ counts, opened, onOpen }: GroupsProps) {
  const t = useText();
  const format = useFormat();
  return (
    <div className={classes.verdicts}>
      {difference.options.map((each) => {
        const GroupIcon = icons[each];
        return (
          <UnstyledButton
            key={each}
            className={classes.verdict}
            data-verdict={each}
            aria-expanded={opened === each}
            disabled={counts[each] === 0}
            onClick={() => {
              onOpen(opened === each ? null : each);
            }}
          >
            <span className={classes.verdictName}>
              <GroupIcon size={14} stroke={1.75} aria-hidden /> {t(`imports:difference.${each}`)}
            </span>
            <span className={classes.count}>{format.number(counts[each])}</span>
            <span className={shared.small}>{t(`imports:differenceText.${each}`)}</span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}

function Remarks({ preview }: Pick<DifferenceStepProps, 'preview'>) {
  const t = useText();
  const format = useFormat();
  const reasons = extractReason.options.filter((reason) => (preview.reasons[reason] ?? 0) > 0);
  return (
    <>
      {reasons.length > 0 && (
        <p className={classes.reasons}>
          {reasons
            .map((reason) =>
              t('imports:verdict.reasonCount', {
                reason: t(`imports:extractReason.${reason}`),
                number: format.number(preview.reasons[reason] ?? 0),
              }),
            )
            .join(' · ')}
        </p>
      )}
      {preview.proactive > 0 && (
        <Notice
          tone="neutral"
          icon={IconInfoCircle}
          title={t('imports:difference.proactive', { count: preview.proactive })}
        >
          {t('imports:difference.proactiveText')}
        </Notice>
      )}
      {preview.notRead.length > 0 && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('imports:difference.notRead')}>
          {preview.notRead
            .map(({ field, text, rows }) =>
              t('imports:difference.notReadText', { field: t(`imports:extractField.${field}`), text, count: rows }),
            )
            .join(' · ')}
        </Notice>
      )}
      <Stripped stripped={preview.stripped} />
    </>
  );
}

function Done({ written, onNext }: { readonly written: number; readonly onNext: () => void }) {
  const t = useText();
  return (
    <>
      <Notice tone="positive" icon={IconCheck} title={t('imports:difference.done', { count: written })}>
        {t('imports:difference.doneText')}
      </Notice>
      <Group gap="8px 12px">
        <Button variant="default" onClick={onNext}>
          {t('imports:done.next')}
        </Button>
      </Group>
    </>
  );
}
