import { Button } from '@mantine/core';
import type { Month } from '#contract/ground/dates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Fact } from '../../../../ui/FieldRow.tsx';
import { ProgressPanel } from '../../../../ui/ProgressPanel.tsx';
import { SignedFileNotice } from '../../../../ui/SignedFileNotice.tsx';
import shared from '../../../../ui/Shared.module.css';
import { BehindNote } from '../BehindNote.tsx';
import { useEstimatedMonth } from '../useEstimatedMonth.ts';
import classes from './Reference.module.css';
import { useExportReference } from './useExportReference.ts';

const everyUnit = { all: true } as const;

/** What all units of a coordination workspace say together, written to a signed file. */
export function MakeReference() {
  const t = useText();
  const { month, failure } = useEstimatedMonth(everyUnit);
  return (
    <section className={classes.panel} aria-labelledby="make-reference">
      <h2 id="make-reference" className={shared.heading}>
        {t('laboratory:reference.exportTitle')}
      </h2>
      <p className={shared.note}>{t('laboratory:reference.exportText')}</p>
      {failure !== null && <FailureAlert failure={failure} />}
      {month === null && <p className={shared.note}>{t('laboratory:reference.noMonth')}</p>}
      {month != null && (
        <>
          <BehindNote month={month} />
          <ExportReference lastMonth={month.answered} />
        </>
      )}
    </section>
  );
}

function ExportReference({ lastMonth }: { readonly lastMonth: Month }) {
  const t = useText();
  const format = useFormat();
  const { run, isFitting, isBusy, failure, exported, progress, cancel } = useExportReference(lastMonth);
  return (
    <>
      <p className={shared.note}>{t('laboratory:reference.exportUpTo', { month: format.month(lastMonth) })}</p>
      <div>
        <Button onClick={run} disabled={isBusy}>
          {t('laboratory:reference.export')}…
        </Button>
      </div>
      {isFitting && <ProgressPanel title={t('laboratory:reference.running')} progress={progress} onCancel={cancel} />}
      {failure !== null && <FailureAlert failure={failure} />}
      {exported !== null && (
        <SignedFileNotice
          title={t('laboratory:reference.exported', { name: exported.name })}
          next={t('laboratory:reference.exportedText')}
          file={exported}
        >
          <Fact label={t('common:content')}>
            {t('laboratory:reference.exportedUnits', {
              units: format.number(exported.units),
              months: format.number(exported.months),
            })}
          </Fact>
        </SignedFileNotice>
      )}
    </>
  );
}
