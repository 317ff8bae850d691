import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { BreachReport, LostThing } from '#contract/accounts/breach';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Breach.module.css';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { today } from '../../../lib/today.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';

/** The report as a PDF in the language on screen. */
function SaveBreach({ lost }: { readonly lost: LostThing }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, failure } = useSaveAs('breach.save');
  return (
    <div>
      <Button
        variant="default"
        loading={isPending}
        onClick={() => {
          save(
            { purpose: 'paper_pdf', suggestedName: `${t('admin:breach.fileName', { on: today() })}.pdf` },
            (file) => ({ lost, file, locale }),
            () => {
              notifications.show({ message: t('admin:breach.saved') });
            },
          );
        }}
      >
        {t('admin:breach.save')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </div>
  );
}

/** How what was lost is protected, and what is to be done. Passphrases open no export. */
function adviceOf({ ways, exported }: BreachReport) {
  if (ways !== null) return { isOpen: false, title: 'encrypted', steps: ['step1', 'step2', 'step3'] } as const;
  const isOpen = exported?.encrypted !== true;
  return { isOpen, title: isOpen ? 'open' : 'forAnother', steps: ['step1', 'step3'] } as const;
}

/** The report as its page has it. */
export function BreachResult({ report }: { readonly report: BreachReport }) {
  const t = useText();
  const format = useFormat();
  const { ways, exported } = report;
  const { isOpen, title, steps } = adviceOf(report);
  return (
    <>
      <Notice
        tone={isOpen ? 'overdue' : 'neutral'}
        icon={isOpen ? IconLockOpen : IconLock}
        title={t(`codes:breachText.${title}`)}
      >
        {ways !== null && t('codes:breachText.waysNote')}
      </Notice>
      <section className={classes.part}>
        <h2 className={classes.heading}>{t('codes:breachText.held')}</h2>
        <p className={classes.note}>
          {t('codes:breachText.at')} {format.instant(report.at)}.{' '}
          {t(exported === null ? 'codes:breachText.personsNote' : 'codes:breachText.exportNote')}
        </p>
        {exported === null ? (
          <DataTable
            caption={t('codes:breachText.held')}
            rows={report.counts}
            rowKey={(row) => row.what}
            columns={[
              { key: 'what', header: t('codes:heading.contents'), value: (row) => t(`codes:breachCount.${row.what}`) },
              { key: 'count', header: t('codes:field.count'), as: 'number', value: (row) => row.count },
            ]}
          />
        ) : (
          <Facts>
            <Fact label={t('codes:breachText.rows')}>
              {exported.rows === null ? t('common:none') : format.number(exported.rows)}
            </Fact>
          </Facts>
        )}
      </section>
      {ways !== null && <Ways report={report} ways={ways} />}
      <section className={classes.part}>
        <h2 className={classes.heading}>{t('codes:breachText.next')}</h2>
        <ul className={classes.steps}>
          {steps.map((step) => (
            <li key={step}>{t(`codes:breachText.${step}`)}</li>
          ))}
        </ul>
      </section>
      <SaveBreach lost={report.lost} />
    </>
  );
}

interface WaysProps {
  readonly report: BreachReport;
  readonly ways: NonNullable<BreachReport['ways']>;
}

function Ways({ report: { copies, backup }, ways }: WaysProps) {
  const t = useText();
  const format = useFormat();
  const roles = ways.roles.map(({ role, count }) => `${t(`codes:role.${role}`)} ${format.number(count)}`).join(', ');
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{t('codes:breachText.access')}</h2>
      {backup?.isOtherCopy === true && <p className={classes.note}>{t('codes:breachText.otherCopy')}</p>}
      <Facts>
        <Fact label={t('codes:breachText.people')}>
          {format.number(ways.people)} {roles !== '' && `(${roles})`}
        </Fact>
        <Fact label={t('codes:breachText.disabled')}>{format.number(ways.disabled)}</Fact>
        <Fact label={t('codes:breachText.givenPassphrase')}>{format.number(ways.givenPassphrase)}</Fact>
        <Fact label={t('codes:breachText.recoveryKey')}>
          {t(ways.recoveryKey ? 'codes:breachText.exists' : 'codes:breachText.missing')}
        </Fact>
        <Fact label={t('codes:breachText.rounds')}>{format.number(ways.rounds)}</Fact>
        {copies !== null && (
          <>
            <Fact label={t('codes:breachText.backups')}>{format.number(copies.backups)}</Fact>
            <Fact label={t('codes:breachText.stores')}>{format.number(copies.stores)}</Fact>
          </>
        )}
      </Facts>
    </section>
  );
}
