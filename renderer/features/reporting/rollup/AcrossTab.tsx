import { Button, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Across } from '#contract/reporting/across';
import { useRead } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { AcrossGroups } from './AcrossGroups.tsx';
import { AcrossIndicators } from './AcrossIndicators.tsx';
import { AcrossYear } from './AcrossYear.tsx';
import shared from '../../../ui/Shared.module.css';

/** Eight quarters, the year to date and what was spent year by year, of all agreements or of one. */
export function AcrossTab({ quarter }: { readonly quarter: Quarter }) {
  const t = useText();
  const format = useFormat();
  const agreements = useRead('agreements.list', {});
  const [agreementId, setAgreementId] = useState<AgreementId | null>(null);
  const asked = { quarter, agreementId };
  const view = useRead('across.view', asked);
  return (
    <>
      <Group gap="8px 16px" justify="space-between">
        <Select
          aria-label={t('codes:heading.agreement')}
          placeholder={t('rollup:across.all')}
          clearable
          w={320}
          data={(agreements.data?.agreements ?? []).map(({ id, code, recipient }) => ({
            value: id,
            label: `${code} · ${format.bilingual(recipient)}`,
          }))}
          value={agreementId}
          onChange={(id) => {
            setAgreementId(id);
          }}
        />
        <Export asked={asked} />
      </Group>
      {view.isPending && <Loading />}
      {view.error !== null && <FailureAlert failure={view.error.failure} />}
      {view.data !== undefined && <View across={view.data} />}
    </>
  );
}

function View({ across }: { readonly across: Across }) {
  return (
    <>
      <AcrossYear across={across} />
      <AcrossIndicators across={across} />
      <AcrossGroups across={across} />
    </>
  );
}

type Separator = 'comma' | 'semicolon';

/** A French Excel opens a file with semicolons as a table. */
function Export({
  asked,
}: {
  readonly asked: { readonly quarter: Quarter; readonly agreementId: AgreementId | null };
}) {
  const t = useText();
  const { locale } = useFormat();
  const [separator, setSeparator] = useState<Separator>(locale === 'fr' ? 'semicolon' : 'comma');
  const { save, isPending, failure } = useSaveAs('across.export');
  const run = () => {
    const { fiscalYear, quarter } = asked.quarter;
    const suggestedName = t('rollup:across.fileName', { quarter: `${String(fiscalYear)}-Q${String(quarter)}` });
    save(
      { purpose: 'statistics_csv', suggestedName },
      (file) => ({ ...asked, file, separator }),
      (_written, { name }) => {
        notifications.show({ title: t('rollup:across.exported', { name }), message: '' });
      },
    );
  };
  return (
    <div className={shared.buttons}>
      <Select
        aria-label={t('rollup:across.separator')}
        w={180}
        allowDeselect={false}
        data={(['comma', 'semicolon'] as const).map((each) => ({ value: each, label: t(`rollup:across.${each}`) }))}
        value={separator}
        onChange={(value) => {
          setSeparator(value === 'semicolon' ? 'semicolon' : 'comma');
        }}
      />
      <Button variant="default" loading={isPending} onClick={run}>
        {t('rollup:across.export')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </div>
  );
}
