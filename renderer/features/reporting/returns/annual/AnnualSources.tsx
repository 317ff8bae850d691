import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { OtherSource } from '#contract/reporting/gbaPlus';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { SourceDialog } from './SourceDialog.tsx';
import { latest } from '../../../../lib/latest.ts';
import type { PreparedAnnual } from './prepared.ts';

/** The register of what others found: printed with the report, and never added to what the units count. */
export function AnnualSources({ prepared }: { readonly prepared: PreparedAnnual }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<OtherSource | 'new' | null>(null);
  const remove = useWrite('annual.removeSource');
  const { content, sources } = prepared;
  const year = { agreementId: content.agreement.id, fiscalYear: content.fiscalYear };
  const title = t('codes:annualReport.others');
  // What is written in one language only is shown in it.
  const said = ({ en, fr }: OtherSource['finding']): string =>
    format.bilingual({ en: en === '' ? fr : en, fr: fr === '' ? en : fr });
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{title}</h2>
      <p className={shared.note}>{t('returns:annual.sources.text')}</p>
      {sources.length > 0 && (
        <DataTable
          caption={title}
          rows={sources}
          rowKey={({ id }) => id}
          columns={[
            { key: 'finding', header: t('codes:heading.finding'), value: ({ finding }) => said(finding) },
            {
              key: 'population',
              header: t('codes:annualReport.population'),
              value: ({ population }) => said(population),
            },
            { key: 'method', header: t('returns:annual.sources.method'), value: ({ method }) => said(method) },
            { key: 'source', header: t('codes:field.source'), value: ({ source }) => source },
            { key: 'on', header: t('returns:annual.sources.published'), as: 'day', value: (row) => row.publishedOn },
            actionColumn<OtherSource>({
              label: t('returns:annual.sources.edit'),
              name: ({ source }) => t('returns:annual.sources.editOf', { source }),
              run: setOpen,
            }),
            {
              ...actionColumn<OtherSource>({
                label: t('returns:annual.sources.remove'),
                name: ({ source }) => t('returns:annual.sources.removeOf', { source }),
                run: ({ id, version }) => {
                  remove.mutate({ ...year, id, version });
                },
              }),
              key: 'remove',
            },
          ]}
        />
      )}
      {remove.error !== null && <FailureAlert failure={remove.error.failure} />}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('returns:annual.sources.add')}
        </Button>
      </div>
      {open !== null && (
        <SourceDialog
          year={year}
          existing={open === 'new' ? null : latest(sources, open)}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
