import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PackRecord } from '#contract/reporting/packs';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Hash } from '../../../ui/Fingerprint.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WithdrawDialog } from './ReasonDialogs.tsx';
import { PackIndicators } from './PackIndicators.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Packs.module.css';
import { PackState } from './ReceivedTab.tsx';

/** What one pack said: its facts, its indicators as they arrived, and how the units count. */
export function PackPage({ id }: { readonly id: string }) {
  const t = useText();
  const format = useFormat();
  // An address typed wrong is refused by the store as one that is not there.
  const answer = useRead('packs.get', { packId: id });
  const pack = answer.data?.pack;
  const mayWithdraw = useSession().agreementIds === null;
  const [isWithdrawing, withdrawing] = useDisclosure();
  return (
    <>
      <PageHeader
        title={pack === undefined ? t('common:pack') : t('packs:packOf', { quarter: format.quarter(pack.quarter) })}
        context={pack?.workspaceName}
        actions={
          <>
            {mayWithdraw && pack?.withdrawn === null && (
              <Button variant="default" onClick={withdrawing.open}>
                {t('packs:withdraw.button')}
              </Button>
            )}
            <Link href="/packs" className={shared.link ?? ''}>
              {t('packs:back')}
            </Link>
          </>
        }
      />
      <div className={classes.body}>
        {answer.error !== null && <FailureAlert failure={answer.error.failure} />}
        {answer.data !== undefined && <PackContent content={answer.data} />}
      </div>
      {isWithdrawing && <WithdrawDialog packId={id} onClose={withdrawing.close} />}
    </>
  );
}

function PackContent({ content }: { readonly content: Output<'packs.get'> }) {
  const t = useText();
  const format = useFormat();
  const { pack, notReviewed, indicators, rules } = content;
  return (
    <>
      {pack.withdrawn !== null && <Judged title={t('packs:state.withdrawn')} judged={pack.withdrawn} />}
      {pack.keyRevoked !== null && <Judged title={t('packs:key.revoked')} judged={pack.keyRevoked} />}
      <section>
        <Facts>
          <Fact label={t('codes:field.state')}>
            <PackState pack={pack} />
          </Fact>
          {notReviewed !== null && <Fact label={t('packs:notReviewed')}>{format.number(notReviewed)}</Fact>}
          <Fact label={t('codes:heading.receivedAs')}>{t(`codes:sourceKind.${pack.kind}`)}</Fact>
          <Fact label={t('codes:heading.units')}>
            {pack.units.map((unit) => `${unit.code} · ${format.bilingual(unit.name)}`).join(', ')}
          </Fact>
          <Fact label={t('packs:exportedAt')}>{format.instant(pack.exportedAt)}</Fact>
          <Fact label={t('common:imported')}>
            {t('common:atBy', { at: format.instant(pack.importedAt), who: pack.importedBy })}
          </Fact>
          <Fact label={t('common:fingerprintOfTheKey')}>
            {pack.fingerprint === '' ? t('packs:key.unsigned') : <Hash value={pack.fingerprint} />}
          </Fact>
          <Fact label={t('common:sha256OfTheFile')}>
            <Hash value={pack.sha256} />
          </Fact>
        </Facts>
      </section>
      <section className={classes.section}>
        <h2 className={shared.heading}>{t('codes:heading.indicators')}</h2>
        <p className={shared.note}>{t('packs:indicators.note', { version: versionsOf(indicators) })}</p>
        <PackIndicators indicators={indicators} units={pack.units} />
      </section>
      <section className={classes.section}>
        <h2 className={shared.heading}>{t('packs:rules.title')}</h2>
        {rules.length === 0 && <p className={shared.note}>{t('packs:rules.none')}</p>}
        <dl className={classes.rules}>
          {rules.map((rule) => (
            <div key={`${rule.unitCode} ${rule.validFrom}`}>
              <dt>{t('common:since', { code: rule.unitCode, day: rule.validFrom })}</dt>
              <dd>{format.bilingual(rule.statement)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Judged({ title, judged }: { readonly title: string; readonly judged: NonNullable<PackRecord['withdrawn']> }) {
  const t = useText();
  const format = useFormat();
  return (
    <Notice tone="overdue" icon={IconAlertTriangle} title={title}>
      {t('common:atBy', { at: format.instant(judged.at), who: judged.by })} {judged.reason}
    </Notice>
  );
}

function versionsOf(indicators: Output<'packs.get'>['indicators']): string {
  return [...new Set(indicators.map((indicator) => indicator.definitionVersion))].join(', ');
}
