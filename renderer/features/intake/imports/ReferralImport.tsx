import { Group } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FileStep } from './FileStep.tsx';
import { MappingStep } from './MappingStep.tsx';
import { ReadAs } from './ReadAs.tsx';
import { Step } from './Step.tsx';
import { useImport } from './useImport.ts';
import { ValuesStep } from './ValuesStep.tsx';
import { VerdictStep } from './VerdictStep.tsx';
import { usePreferences } from '../../../bridge/preferences.ts';
import { SaveCsv } from './SaveCsv.tsx';

/** A small file of invented referrals in the language on screen, for a first try without a register. */
function SaveSample() {
  const t = useText();
  const { locale } = usePreferences().preferences;
  return (
    <SaveCsv
      variant="subtle"
      size="compact-sm"
      label={t('imports:sample.save')}
      purpose="list_csv"
      name={t('imports:sample.fileName')}
      method="imports.saveSample"
      inputOf={(file) => ({ file, locale })}
    />
  );
}

interface ReferralImportProps {
  readonly onUnderWay: (isUnderWay: boolean) => void;
}

export function ReferralImport({ onUnderWay }: ReferralImportProps) {
  const t = useText();
  const flow = useImport();
  const { chosen, inspect, mapping, survey, preview, apply } = flow;
  const isBusy = survey.isPending || preview.isPending || apply.isPending;
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
        {!isUnderWay && (
          <Group gap="sm">
            <SaveSample />
          </Group>
        )}
      </Step>
      {inspect.data !== undefined && mapping !== null && (
        <Step number={2} title={t('imports:mapping.title')}>
          <MappingStep flow={flow} inspection={inspect.data} mapping={mapping} isBusy={isBusy} />
          {survey.error !== null && <FailureAlert failure={survey.error.failure} />}
        </Step>
      )}
      {survey.data !== undefined && mapping !== null && (
        <Step number={3} title={t('imports:values.title')}>
          <ValuesStep flow={flow} survey={survey.data} mapping={mapping} isBusy={isBusy} />
          {preview.error !== null && <FailureAlert failure={preview.error.failure} />}
        </Step>
      )}
      {preview.data !== undefined && inspect.data !== undefined && mapping !== null && (
        <Step number={4} title={t('imports:verdict.title')}>
          <VerdictStep flow={flow} preview={preview.data} />
        </Step>
      )}
    </>
  );
}
