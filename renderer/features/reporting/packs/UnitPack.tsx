import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QuarterPicker } from '../../../ui/QuarterPicker.tsx';
import { SignedFileNotice } from '../../../ui/SignedFileNotice.tsx';
import { GapList, GapTable } from './GapTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Packs.module.css';
import { useExportPack } from './useExportPack.ts';
import { lastWholeQuarter } from '../../../lib/fiscal.ts';

/** The quarter's figures of this workspace, signed, for the coordination workspace. */
export function UnitPack() {
  const t = useText();
  const format = useFormat();
  const [quarter, setQuarter] = useState(lastWholeQuarter);
  const preview = useRead('packs.preview', { quarter }, { keepPrevious: true });
  const [isAsking, asking] = useDisclosure();
  const { run, isBusy, failure, exported, forget } = useExportPack(quarter);
  const { units, gaps } = preview.data ?? { units: [], gaps: [] };
  const hasUnits = units.length > 0;
  // While another quarter is read its unknown figures are not known.
  const isRead = !preview.isPlaceholderData;
  const label = t('packs:export.button', { quarter: format.quarter(quarter) });
  const begin = gaps.length === 0 ? run : asking.open;
  useScreenKeys(hasUnits && isRead ? [{ keys: 'mod+Enter', label, run: begin }] : []);
  return (
    <>
      <PageHeader
        title={t('codes:term.quarterPack')}
        context={t('packs:unitContext')}
        actions={
          hasUnits && (
            <Button rightSection={<KeyHint keys="mod+Enter" />} onClick={begin} loading={isBusy} disabled={!isRead}>
              {label}
            </Button>
          )
        }
      />
      {isAsking && preview.data !== undefined && (
        <AskUnknown
          preview={preview.data}
          onConfirm={() => {
            asking.close();
            run();
          }}
          onClose={asking.close}
        />
      )}
      <div className={classes.body}>
        <QuarterPicker
          value={quarter}
          onChange={(next) => {
            forget();
            setQuarter(next);
          }}
        />
        {failure !== null && <FailureAlert failure={failure} onClose={forget} />}
        {preview.error !== null && <FailureAlert failure={preview.error.failure} />}
        {exported !== null && (
          <SignedFileNotice
            title={t('packs:export.done', { name: exported.name })}
            next={t('packs:export.next')}
            file={exported}
          />
        )}
        {preview.data !== undefined && (hasUnits ? <PackPreview preview={preview.data} /> : <NoUnit />)}
      </div>
    </>
  );
}

interface AskUnknownProps {
  readonly preview: Output<'packs.preview'>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function AskUnknown({ preview, onConfirm, onClose }: AskUnknownProps) {
  const t = useText();
  const unknown = { count: preview.gaps.length };
  return (
    <ConfirmDialog
      title={t('packs:gaps.some', unknown)}
      confirm={t('packs:export.withUnknown', unknown)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('packs:gaps.someText')}</p>
      <GapList preview={preview} />
    </ConfirmDialog>
  );
}

function NoUnit() {
  const t = useText();
  return <EmptyState title={t('packs:noUnit.title')} text={t('packs:noUnit.text')} />;
}

function PackPreview({ preview }: { readonly preview: Output<'packs.preview'> }) {
  const t = useText();
  const format = useFormat();
  return (
    <div className={classes.columns}>
      <section className={classes.section}>
        <ChangedSince corrected={preview.corrected} />
        <h2 className={preview.corrected.length > 0 ? shared.headingAbove : shared.heading}>
          {t('common:missingData')}
        </h2>
        {preview.gaps.length === 0 ? (
          <Notice tone="positive" icon={IconCircleCheck} title={t('packs:gaps.none')}>
            {t('packs:gaps.noneText')}
          </Notice>
        ) : (
          <>
            <Notice
              tone="dueSoon"
              icon={IconAlertTriangle}
              title={t('packs:gaps.some', { count: preview.gaps.length })}
            >
              {t('packs:gaps.someText')}
            </Notice>
            <GapTable preview={preview} />
          </>
        )}
      </section>
      <section className={classes.section}>
        <h2 className={shared.heading}>{t('packs:holds.title')}</h2>
        <p className={shared.note}>{t('packs:holds.note')}</p>
        <DataTable
          caption={t('packs:holds.title')}
          rows={preview.units}
          rowKey={(unit) => unit.id}
          columns={[
            { key: 'code', header: t('codes:heading.unit'), narrow: true, value: (unit) => unit.code },
            { key: 'name', header: t('codes:field.name'), value: (unit) => format.bilingual(unit.name) },
            { key: 'months', header: t('packs:holds.months'), as: 'number', value: (unit) => unit.months },
          ]}
        />
      </section>
      <section className={classes.section}>
        <h2 className={shared.heading}>{t('packs:key.title')}</h2>
        <p className={shared.note}>{t('packs:key.readAloud')}</p>
        <Fingerprint value={preview.fingerprint} />
      </section>
    </div>
  );
}

/** Quarters whose pack no longer says what the records say: the unit gives another, and the coordinator restates. */
function ChangedSince({ corrected }: Pick<Output<'packs.preview'>, 'corrected'>) {
  const t = useText();
  const format = useFormat();
  if (corrected.length === 0) return null;
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('packs:corrected.title')}>
      {corrected.map(({ quarter, corrections, notReviewed }) => (
        <div key={`${String(quarter.fiscalYear)} ${String(quarter.quarter)}`}>
          {corrections === 0
            ? t('packs:corrected.changed', { quarter: format.quarter(quarter) })
            : t('packs:corrected.quarter', { quarter: format.quarter(quarter), count: corrections })}{' '}
          {notReviewed > 0 && t('packs:corrected.notReviewed', { count: notReviewed })}
        </div>
      ))}
      {t('packs:corrected.next')}
    </Notice>
  );
}
