import { Button } from '@mantine/core';
import { IconEyeOff, IconHistory } from '@tabler/icons-react';
import { importField, importMapping, type ImportMapping } from '#contract/imports';
import { referralSource } from '#contract/codes';
import type { UnitId } from '#contract/ids';
import { useText } from '../../i18n/text.ts';
import { useNames } from '../../lib/useNames.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressPanel } from '../../ui/ProgressPanel.tsx';
import classes from './Imports.module.css';
import { fieldOf, missingFields, withColumn } from './mapping.ts';
import type { ImportFlow, Inspection } from './useImport.ts';

interface MappingStepProps {
  readonly flow: ImportFlow;
  readonly inspection: Inspection;
  readonly mapping: ImportMapping;
  readonly isBusy: boolean;
}

export function MappingStep({ flow, inspection, mapping, isBusy }: MappingStepProps) {
  const t = useText();
  const missing = missingFields(mapping);
  const fields = importField.options.map((field) => ({ value: field, label: t(`imports:field.${field}`) }));
  return (
    <>
      {inspection.remembered && (
        <Notice tone="neutral" icon={IconHistory} title={t('imports:mapping.remembered')}>
          {t('imports:mapping.rememberedText')}
        </Notice>
      )}
      <DataTable
        caption={t('imports:mapping.title')}
        rows={inspection.columns.map((column, index) => ({ ...column, index }))}
        rowKey={(row) => row.index}
        columns={[
          { key: 'name', header: t('imports:mapping.column'), cell: (row) => <strong>{row.name}</strong> },
          {
            key: 'samples',
            header: t('imports:mapping.samples'),
            cell: (row) => <Samples samples={row.samples} isText={fieldOf(mapping, row.index) === 'summary'} />,
          },
          {
            key: 'field',
            header: t('imports:mapping.field'),
            narrow: true,
            cell: (row) => (
              <Choice
                size="xs"
                w={216}
                aria-label={t('imports:mapping.fieldOf', { column: row.name })}
                empty={t('imports:mapping.notImported')}
                options={fields}
                value={fieldOf(mapping, row.index) ?? ''}
                disabled={isBusy}
                onChange={(value) => {
                  const field = importField.safeParse(value);
                  flow.map(withColumn(mapping, row.index, field.success ? field.data : null));
                }}
              />
            ),
          },
        ]}
      />
      <Defaults mapping={mapping} isBusy={isBusy} onChange={flow.map} />
      {flow.preview.isPending ? (
        <ProgressPanel title={t('imports:mapping.checking')} progress={flow.job.progress} onCancel={flow.job.cancel} />
      ) : (
        <div className={classes.act}>
          <Button
            variant={flow.preview.data === undefined ? 'filled' : 'default'}
            onClick={flow.check}
            disabled={missing.length > 0 || isBusy}
          >
            {t('imports:mapping.check')}
          </Button>
          <span className={classes.dimmed} role="status">
            {missing.length > 0 &&
              t('imports:mapping.missing', {
                fields: missing.map((field) => t(`imports:field.${field}`)).join(', '),
              })}
            {missing.length === 0 && flow.preview.data === undefined && t('imports:mapping.nothingWritten')}
          </span>
        </div>
      )}
    </>
  );
}

/** Free text of a file may be hard to read, and here it helps no one. */
function Samples({ samples, isText }: { readonly samples: readonly string[]; readonly isText: boolean }) {
  const t = useText();
  if (isText || samples.some((sample) => sample.length > 60)) {
    return (
      <span className={classes.dimmed}>
        <IconEyeOff size={14} stroke={1.75} aria-hidden className={classes.inline} /> {t('imports:mapping.textHidden')}
      </span>
    );
  }
  return (
    <span className={classes.samples}>
      {samples.map((sample, index) => (
        <span key={`${String(index)} ${sample}`}>{sample}</span>
      ))}
    </span>
  );
}

interface DefaultsProps {
  readonly mapping: ImportMapping;
  readonly isBusy: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** What the columns do not say. */
function Defaults({ mapping, isBusy, onChange }: DefaultsProps) {
  const t = useText();
  const { units } = useNames();
  return (
    <div className={classes.fields}>
      <Choice
        label={t('imports:mapping.dateOrder')}
        options={importMapping.shape.dateOrder.options.map((order) => ({
          value: order,
          label: t(`imports:dateOrder.${order}`),
        }))}
        value={mapping.dateOrder}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...mapping, dateOrder: importMapping.shape.dateOrder.parse(value) });
        }}
      />
      {mapping.columns.unitCode === undefined && (
        <Choice
          label={t('imports:mapping.unit')}
          empty={t('imports:mapping.choose')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          value={mapping.unitId ?? ''}
          disabled={isBusy}
          onChange={(value) => {
            onChange({ ...mapping, unitId: value === '' ? null : (value as UnitId) });
          }}
        />
      )}
      <Choice
        label={mapping.columns.source === undefined ? t('imports:mapping.source') : t('imports:mapping.sourceElse')}
        empty={mapping.columns.source === undefined ? t('imports:mapping.choose') : t('imports:mapping.sourceInvalid')}
        options={referralSource.options.map((source) => ({
          value: source,
          label: t(`codes:referralSource.${source}`),
        }))}
        value={mapping.sourceDefault ?? ''}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...mapping, sourceDefault: value === '' ? null : value });
        }}
      />
    </div>
  );
}
