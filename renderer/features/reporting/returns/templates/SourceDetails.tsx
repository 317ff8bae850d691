import { TextInput } from '@mantine/core';
import { quarterNumbers } from '#contract/ground/dates';
import { categoryName } from '#contract/reporting/breakdownLabels';
import { cashLines } from '#contract/reporting/cashFlow';
import type { ReturnContent } from '#contract/reporting/returns';
import { budgetColumn, estimatePart, type TemplateSource } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { OneOf } from './OneOf.tsx';

type Of<K extends TemplateSource['kind']> = Extract<TemplateSource, { readonly kind: K }>;

interface DetailsProps<T extends TemplateSource> {
  readonly content: ReturnContent;
  readonly source: T;
  readonly onChange: (source: TemplateSource) => void;
}

export function BudgetDetails({ content, source, onChange }: DetailsProps<Of<'budget'>>) {
  const t = useText();
  const codes = (content.funding?.budget ?? []).map((row) => String(row['code'] ?? ''));
  return (
    <>
      <Choice
        label={t('codes:heading.line')}
        value={source.line ?? ''}
        empty={t('templates:allLines')}
        options={codes.map((code) => ({ value: code, label: code }))}
        onChange={(code) => {
          onChange({ ...source, line: code === '' ? null : code });
        }}
      />
      <OneOf
        label={t('codes:field.part')}
        value={source.column}
        values={budgetColumn.options}
        name={(each) => t(`templates:budgetColumn.${each}`)}
        onChoose={(column) => {
          onChange({ ...source, column });
        }}
      />
    </>
  );
}

export function CashDetails({ source, onChange }: Omit<DetailsProps<Of<'cash'>>, 'content'>) {
  const t = useText();
  return (
    <>
      <OneOf
        label={t('codes:heading.item')}
        value={source.row}
        values={cashLines}
        name={(each) => t(`codes:cashLine.${each}`)}
        onChoose={(row) => {
          onChange({ ...source, row });
        }}
      />
      <Choice
        label={t('codes:heading.quarter')}
        value={source.quarter === null ? '' : String(source.quarter)}
        empty={t('codes:heading.fiscalYear')}
        options={quarterNumbers.map((quarter) => ({
          value: String(quarter),
          label: t('common:quarterShort', { quarter }),
        }))}
        onChange={(chosen) => {
          onChange({ ...source, quarter: quarterNumbers.find((each) => String(each) === chosen) ?? null });
        }}
      />
    </>
  );
}

/** Of the figure that is chosen, the categories that this return has. */
export function CategoryDetails({ content, source, onChange }: DetailsProps<Of<'category'>>) {
  const t = useText();
  const format = useFormat();
  const parts = content.values
    .filter(({ code, unitCode }) => code === source.code && unitCode === source.unitCode)
    .flatMap((figure) => figure.parts);
  const key = ({ by, category }: Pick<Of<'category'>, 'by' | 'category'>): string => `${by} ${category}`;
  return (
    <Choice
      label={t('codes:heading.category')}
      value={key(source)}
      options={parts.map((part) => ({
        value: key(part),
        label: `${t(`codes:breakdown.${part.by}`)}: ${format.bilingual(categoryName(part, content.categories))}`,
      }))}
      onChange={(chosen) => {
        const found = parts.find((part) => key(part) === chosen);
        if (found) onChange({ ...source, by: found.by, category: found.category });
      }}
    />
  );
}

export function EstimateDetails({ source, onChange }: Omit<DetailsProps<Of<'estimate'>>, 'content'>) {
  const t = useText();
  return (
    <OneOf
      label={t('codes:field.part')}
      value={source.part}
      values={estimatePart.options}
      name={(each) => t(`templates:estimatePart.${each}`)}
      onChoose={(part) => {
        onChange({ ...source, part });
      }}
    />
  );
}

export function TextDetails({ source, onChange }: Omit<DetailsProps<Of<'text'>>, 'content'>) {
  const t = useText();
  return (
    <TextInput
      label={t('templates:kind.text')}
      maxLength={500}
      value={source.text}
      onChange={(event) => {
        onChange({ ...source, text: event.currentTarget.value });
      }}
    />
  );
}
