import { useEffect } from 'react';
import type { ExtractKind } from '#contract/intake/extracts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { DifferenceStep } from './DifferenceStep.tsx';
import { ExtractMappingStep } from './ExtractMappingStep.tsx';
import { FileStep } from './FileStep.tsx';
import { ReadAs } from './ReadAs.tsx';
import { Step } from './Step.tsx';
import { useExtract } from './useExtract.ts';

interface ExtractImportProps {
  readonly kind: ExtractKind;
  readonly onUnderWay: (isUnderWay: boolean) => void;
}

export function ExtractImport({ kind, onUnderWay }: ExtractImportProps) {
  const t = useText();
  const flow = useExtract(kind);
  const { chosen, inspect, mapping, preview, apply } = flow;
  const isBusy = preview.isPending || apply.isPending;
  const isUnderWay = chosen.file !== null;
  useEffect(() => {
    onUnderWay(isUnderWay);
  }, [isUnderWay, onUnderWay]);
  return (
    <>
      <Step number={1} title={t('common:computerFile')}>
        <FileStep
          chosen={chosen}
          isBusy={isBusy}
          isReading={inspect.isPending}
          failure={inspect.error?.failure}
          onStartOver={flow.startOver}
        >
          {inspect.data !== undefined && <ReadAs inspection={inspect.data} isBusy={isBusy} onChange={flow.readAs} />}
        </FileStep>
      </Step>
      {inspect.data !== undefined && mapping !== null && (
        <Step number={2} title={t('imports:mapping.title')}>
          <ExtractMappingStep kind={kind} flow={flow} inspection={inspect.data} mapping={mapping} isBusy={isBusy} />
          {preview.error !== null && <FailureAlert failure={preview.error.failure} />}
        </Step>
      )}
      {preview.data !== undefined && (
        <Step number={3} title={t('imports:difference.title')}>
          <DifferenceStep key={preview.data.previewId} flow={flow} preview={preview.data} />
        </Step>
      )}
    </>
  );
}
