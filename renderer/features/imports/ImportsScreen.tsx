import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FileStep } from './FileStep.tsx';
import classes from './Imports.module.css';
import { MappingStep } from './MappingStep.tsx';
import { PastImports } from './PastImports.tsx';
import { ReadAs } from './ReadAs.tsx';
import { useImport } from './useImport.ts';
import { VerdictStep } from './VerdictStep.tsx';

/** Three steps on one page, each in view once the one before is done. */
export function ImportsScreen() {
  const t = useText();
  const flow = useImport();
  const { chosen, inspect, mapping, preview, apply } = flow;
  const { file } = chosen;
  const isBusy = preview.isPending || apply.isPending;
  return (
    <>
      <PageHeader
        title={t('imports:title')}
        context={t('imports:context')}
        actions={
          file !== null &&
          !isBusy && (
            <Button variant="default" onClick={flow.startOver}>
              {t('imports:startOver')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        <Step number={1} title={t('imports:file.title')}>
          <FileStep chosen={chosen} isBusy={isBusy} isReading={inspect.isPending} failure={inspect.error?.failure}>
            {inspect.data !== undefined && <ReadAs inspection={inspect.data} isBusy={isBusy} onChange={flow.readAs} />}
          </FileStep>
        </Step>
        {inspect.data !== undefined && mapping !== null && (
          <Step number={2} title={t('imports:mapping.title')}>
            <MappingStep flow={flow} inspection={inspect.data} mapping={mapping} isBusy={isBusy} />
            {preview.error !== null && <FailureAlert failure={preview.error.failure} />}
          </Step>
        )}
        {preview.data !== undefined && inspect.data !== undefined && mapping !== null && (
          <Step number={3} title={t('imports:verdict.title')}>
            <VerdictStep flow={flow} preview={preview.data} columns={inspect.data.columns} mapping={mapping} />
          </Step>
        )}
        <PastImports isQuiet={file !== null} />
      </div>
    </>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <section className={classes.step} aria-label={title}>
      <h2 className={classes.heading}>
        <span className={classes.ordinal} aria-hidden>
          {number}
        </span>
        {title}
      </h2>
      <div className={classes.content}>{children}</div>
    </section>
  );
}
