import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportMapping } from '#contract/intake/imports';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { DatesRead } from './DatesRead.tsx';
import { MappingAct } from './MappingAct.tsx';
import type { ImportFlow } from './useImport.ts';
import { assumedRows, mostAssumed, type Survey } from './values.ts';
import { ValuesTable } from './ValuesTable.tsx';

interface ValuesStepProps {
  readonly flow: ImportFlow;
  readonly survey: Survey;
  readonly mapping: ImportMapping;
  readonly isBusy: boolean;
}

/** Each different text with what it means here, and the dates as they are understood: nothing comes in changed without being shown. */
export function ValuesStep({ flow, survey, mapping, isBusy }: ValuesStepProps) {
  const t = useText();
  const format = useFormat();
  const [isConfirmed, setIsConfirmed] = useState(false);
  const assumed = assumedRows(survey);
  const asks = assumed > survey.rows * mostAssumed;
  return (
    <>
      {survey.values.map((values) => (
        <ValuesTable
          key={values.field}
          values={values}
          chosen={mapping.values?.[values.field] ?? {}}
          isBusy={isBusy}
          onChange={(text, code) => {
            flow.mapValue(values.field, text, code);
          }}
        />
      ))}
      <DatesRead dates={survey.dates} />
      {asks && (
        <Notice
          tone="dueSoon"
          icon={IconAlertTriangle}
          title={t('imports:values.asks', { rows: format.number(assumed), all: format.number(survey.rows) })}
        >
          <Checkbox
            label={t('imports:values.confirm')}
            checked={isConfirmed}
            onChange={(event) => {
              setIsConfirmed(event.currentTarget.checked);
            }}
          />
        </Notice>
      )}
      <MappingAct
        label={t('imports:mapping.check')}
        running={t('imports:mapping.checking')}
        preview={flow.preview}
        job={flow.job}
        missing={[]}
        isBusy={isBusy || (asks && !isConfirmed)}
        onAct={() => {
          flow.check({});
        }}
      />
    </>
  );
}
