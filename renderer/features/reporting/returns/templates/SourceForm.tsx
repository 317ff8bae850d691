import { locale as locales } from '#contract/ground/codes';
import { attestationRole, narrativeSection } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { attestationPart, indicatorPart, returnFact, type TemplateSource } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { OneOf } from './OneOf.tsx';
import { BudgetDetails, CashDetails, CategoryDetails, EstimateDetails, TextDetails } from './SourceDetails.tsx';
import { firstCategory, firstSource, ledgerColumns, sourceKinds } from './sources.ts';

interface SourceFormProps {
  readonly content: ReturnContent;
  readonly source: TemplateSource;
  readonly onChange: (source: TemplateSource) => void;
}

/** What goes into the chosen cell: its kind, then what makes it exact. */
export function SourceForm({ content, source, onChange }: SourceFormProps) {
  const t = useText();
  const { locale } = useFormat();
  return (
    <>
      <Choice
        label={t('templates:kind.label')}
        value={source.kind}
        options={sourceKinds.map((kind) => ({ value: kind, label: t(`templates:kind.${kind}`) }))}
        onChange={(chosen) => {
          const kind = sourceKinds.find((each) => each === chosen);
          if (kind !== undefined) onChange(firstSource(kind, content, locale));
        }}
      />
      {'code' in source && <IndicatorChoice content={content} source={source} onChange={onChange} />}
      {'unitCode' in source && <UnitChoice content={content} source={source} onChange={onChange} />}
      <Details content={content} source={source} onChange={onChange} />
      {'language' in source && (
        <Choice
          label={t('codes:heading.language')}
          value={source.language}
          options={locales.options.map((each) => ({ value: each, label: t(`codes:locale.${each}`) }))}
          onChange={(chosen) => {
            const language = locales.options.find((each) => each === chosen);
            if (language !== undefined) onChange({ ...source, language });
          }}
        />
      )}
    </>
  );
}

interface PartProps<T extends TemplateSource> {
  readonly source: T;
  readonly onChange: (source: TemplateSource) => void;
}
interface ContentProps<T extends TemplateSource> extends PartProps<T> {
  readonly content: ReturnContent;
}

function IndicatorChoice({
  content,
  source,
  onChange,
}: ContentProps<Extract<TemplateSource, { readonly code: string }>>) {
  const t = useText();
  const format = useFormat();
  return (
    <Choice
      label={t('codes:heading.indicator')}
      value={source.code}
      options={content.framework.indicators.map(({ code, name }) => ({
        value: code,
        label: `${code} ${format.bilingual(name)}`,
      }))}
      onChange={(code) => {
        onChange(source.kind === 'category' ? firstCategory(content, code) : { ...source, code });
      }}
    />
  );
}

function UnitChoice({
  content,
  source,
  onChange,
}: ContentProps<Extract<TemplateSource, { readonly unitCode: string | null }>>) {
  const t = useText();
  return (
    <Choice
      label={t('codes:heading.unit')}
      value={source.unitCode ?? ''}
      empty={t('codes:heading.allUnits')}
      options={content.units.map(({ code }) => ({ value: code, label: code }))}
      onChange={(code) => {
        onChange({ ...source, unitCode: code === '' ? null : code });
      }}
    />
  );
}

function Details({ content, source, onChange }: ContentProps<TemplateSource>) {
  const t = useText();
  switch (source.kind) {
    case 'indicator':
      return (
        <OneOf
          label={t('codes:field.part')}
          value={source.part}
          values={indicatorPart.options}
          name={(each) => t(`templates:indicatorPart.${each}`)}
          onChoose={(part) => {
            onChange({ ...source, part });
          }}
        />
      );
    case 'ledger':
      return <LedgerDetails source={source} onChange={onChange} />;
    case 'narrative':
      return (
        <OneOf
          label={t('codes:heading.narrativeSection')}
          value={source.section}
          values={narrativeSection.options}
          name={(each) => t(`codes:part.${each}`)}
          onChoose={(section) => {
            onChange({ ...source, section });
          }}
        />
      );
    case 'fact':
      return (
        <OneOf
          label={t('templates:fact')}
          value={source.fact}
          values={returnFact.options}
          name={(each) => t(`templates:factName.${each}`)}
          onChoose={(fact) => {
            onChange({ ...source, fact });
          }}
        />
      );
    case 'attestation':
      return <AttestationDetails source={source} onChange={onChange} />;
    case 'explanation':
      return null;
    case 'budget':
      return <BudgetDetails content={content} source={source} onChange={onChange} />;
    case 'cash':
      return <CashDetails source={source} onChange={onChange} />;
    case 'category':
      return <CategoryDetails content={content} source={source} onChange={onChange} />;
    case 'estimate':
      return <EstimateDetails source={source} onChange={onChange} />;
    case 'text':
      return <TextDetails source={source} onChange={onChange} />;
  }
}

function LedgerDetails({ source, onChange }: PartProps<Extract<TemplateSource, { readonly kind: 'ledger' }>>) {
  const t = useText();
  return (
    <>
      <OneOf
        label={t('templates:ledgerColumn')}
        value={source.column}
        values={ledgerColumns}
        name={(each) => t(`codes:ledger.${each}`)}
        onChoose={(column) => {
          onChange({ ...source, column });
        }}
      />
      <Choice
        label={t('codes:heading.month')}
        value={source.month === null ? '' : String(source.month)}
        empty={t('templates:wholeQuarter')}
        options={[1, 2, 3].map((number) => ({ value: String(number), label: t('templates:monthOf', { number }) }))}
        onChange={(month) => {
          onChange({ ...source, month: month === '' ? null : Number(month) });
        }}
      />
    </>
  );
}

function AttestationDetails({
  source,
  onChange,
}: PartProps<Extract<TemplateSource, { readonly kind: 'attestation' }>>) {
  const t = useText();
  return (
    <>
      <OneOf
        label={t('templates:role')}
        value={source.role}
        values={attestationRole.options}
        name={(each) => t(`codes:part.${each}`)}
        onChoose={(role) => {
          onChange({ ...source, role });
        }}
      />
      <OneOf
        label={t('codes:field.part')}
        value={source.part}
        values={attestationPart.options}
        name={(each) => t(`templates:attestationPart.${each}`)}
        onChoose={(part) => {
          onChange({ ...source, part });
        }}
      />
    </>
  );
}
