import { Button, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Agreement } from '#contract/reporting/agreements';
import { useRead } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { lastWholeQuarter, lastWholeQuarterOf } from '../../../lib/fiscal.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { QuarterPicker } from '../../../ui/QuarterPicker.tsx';
import { ReadinessTable } from './ReadinessTable.tsx';

/** What each indicator of an agreement has in a quarter: method, baseline, target, data and explanation. */
export function ReadinessTab() {
  const t = useText();
  const list = useRead('agreements.list', {});
  if (list.error !== null) return <FailureAlert failure={list.error.failure} />;
  if (list.data === undefined) return null;
  const { agreements } = list.data;
  if (agreements.length === 0)
    return (
      <EmptyState
        title={t('common:noAgreementYet')}
        text={t('funding:noAgreement.text')}
        action={<Link href="/agreements/new">{t('common:addAnAgreement')}</Link>}
      />
    );
  return <Readiness agreements={agreements} />;
}

function Readiness({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const t = useText();
  const format = useFormat();
  const [filter, change] = useFigureFilter();
  const [picked, setPicked] = useState<Quarter | null>(null);
  const chosen = agreements.find(({ id }) => id === filter.agreementId) ?? agreements[0];
  const quarter = picked ?? (chosen ? lastWholeQuarterOf(chosen) : lastWholeQuarter());
  const asked = { quarter, agreementId: chosen?.id ?? ('' as AgreementId) };
  const { data, error, isPending } = useRead('readiness.view', asked, { enabled: chosen !== undefined });
  return (
    <>
      <Group gap="md" align="end" mb="md">
        <Select
          label={t('codes:heading.agreement')}
          w={320}
          allowDeselect={false}
          data={agreements.map(({ id, code, recipient }) => ({
            value: id,
            label: `${code} · ${format.bilingual(recipient)}`,
          }))}
          value={asked.agreementId}
          onChange={(id) => {
            change({ agreementId: id });
          }}
        />
        <QuarterPicker value={quarter} onChange={setPicked} />
        <Export asked={asked} />
      </Group>
      {isPending && <Loading />}
      {error !== null && <FailureAlert failure={error.failure} />}
      {data !== undefined && <ReadinessTable readiness={data} />}
    </>
  );
}

interface ExportProps {
  readonly asked: { readonly quarter: Quarter; readonly agreementId: AgreementId };
}

/** With semicolons in French, which a French Excel opens as a table. */
function Export({ asked }: ExportProps) {
  const t = useText();
  const { locale } = useFormat();
  const { save, isPending, failure } = useSaveAs('readiness.export');
  const run = () => {
    const { fiscalYear, quarter } = asked.quarter;
    const suggestedName = t('frameworks:readiness.fileName', {
      quarter: `${String(fiscalYear)}-Q${String(quarter)}`,
    });
    save(
      { purpose: 'statistics_csv', suggestedName },
      (file) => ({ ...asked, file, separator: locale === 'fr' ? 'semicolon' : 'comma' }),
      (_written, { name }) => {
        notifications.show({ message: t('rollup:across.exported', { name }) });
      },
    );
  };
  return (
    <>
      <Button variant="default" loading={isPending} onClick={run}>
        {t('frameworks:readiness.export')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
