import type { ArrestRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { latest } from '../../../../lib/latest.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FilePartProps } from '../fileParts.ts';
import shared from '../../../../ui/Shared.module.css';
import { FileSection } from '../FileSection.tsx';
import { usePersonNames } from '../people/usePersonNames.ts';
import { useBeforeOpening } from '../useBeforeOpening.ts';
import { ArrestDialog } from './ArrestDialog.tsx';

export function Arrests({ detail: { investigation, arrests } }: FilePartProps) {
  const t = useText();
  const beforeOpening = useBeforeOpening(investigation);
  const { nameOf } = usePersonNames(investigation.id);
  const arrestedOf = (row: ArrestRow): string => nameOf(row.personId) ?? t('persons:notNamed');
  return (
    <FileSection
      title={t('investigations:arrests.title')}
      words={t('investigations:add.words.arrests')}
      action={t('investigations:step.arrest')}
      keys="R"
      isEmpty={arrests.length === 0}
      dialog={(close, arrest: ArrestRow | null) => (
        <ArrestDialog file={investigation} arrest={latest(arrests, arrest)} onClose={close} />
      )}
    >
      {(open) => (
        <DataTable
          caption={t('investigations:arrests.title')}
          rows={arrests}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'on',
              header: t('investigations:arrests.on'),
              narrow: true,
              value: (row) => row.arrestedOn,
              cell: (row) => <Dated on={row.arrestedOn} note={beforeOpening(row.arrestedOn)} />,
            },
            {
              key: 'person',
              header: t('codes:field.person'),
              value: arrestedOf,
            },
            {
              key: 'age',
              header: t('codes:field.ageBand'),
              value: (row) => t(row.youth ? 'investigations:arrests.youth' : 'investigations:arrests.adult'),
            },
            actionColumn({
              label: t('common:change'),
              name: (row) => t('common:changeFor', { name: `${arrestedOf(row)}, ${row.arrestedOn}` }),
              run: open,
            }),
          ]}
        />
      )}
    </FileSection>
  );
}

function Dated({ on, note }: { readonly on: string; readonly note: string | undefined }) {
  return (
    <>
      {on}
      {note !== undefined && <div className={shared.dimmed}>{note}</div>}
    </>
  );
}
