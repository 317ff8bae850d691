import type { ReactNode } from 'react';
import { firstDayOf, lastDayOf, quarterMonths } from '#contract/ground/dates';
import { languageTag } from '#contract/ground/codes';
import { sequenceOf, type PreparedReturn } from '../usePreparedReturn.ts';
import { AgreementTable } from './AgreementTable.tsx';
import { AvoidedTable } from './Avoided.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { IndicatorTable } from './IndicatorTable.tsx';
import { useDocumentLanguage } from './language.ts';
import { LedgerTable } from './LedgerTable.tsx';
import { DefinitionNotes, PackNotes, QualityNotes, RuleNotes, UnitNames } from './Notes.tsx';
import { ReconciliationTable } from './ReconciliationTable.tsx';
import { UnitTable } from './UnitTable.tsx';
import { AttestationNotes, ExplanationNotes, NarrativeNotes, RestatementNotes } from './WrittenNotes.tsx';

/** The return as it will be read: its language is its own, and each number in it opens what it is made of. */
export function ReturnDocument({ prepared }: { readonly prepared: PreparedReturn }) {
  const { locale, t } = useDocumentLanguage();
  const { content } = prepared;
  const { restatement } = content;
  const sections: readonly (readonly [string, ReactNode])[] = [
    [t('codes:heading.narrative'), <NarrativeNotes key="narrative" content={content} />],
    [t('codes:heading.indicators'), <IndicatorTable key="indicators" content={content} />],
    ...(content.agreementFigures.length === 0
      ? []
      : [[t('codes:heading.byAgreement'), <AgreementTable key="agreements" content={content} />] as const]),
    [t('codes:heading.byUnit'), <UnitTable key="units" content={content} />],
    [t('codes:heading.ledger'), <LedgerTable key="ledger" content={content} />],
    ...(content.counterfactual === null
      ? []
      : [[t('codes:heading.avoided'), <AvoidedTable key="avoided" content={content} />] as const]),
    ...(content.reconciliation.length === 0
      ? []
      : [[t('codes:heading.reconciliation'), <ReconciliationTable key="reconciliation" content={content} />] as const]),
    [t('codes:heading.explanations'), <ExplanationNotes key="explanations" content={content} />],
    ...(restatement === null
      ? []
      : [[t('returns:restated.title'), <RestatementNotes key="restated" content={content} />] as const]),
    [t('codes:heading.attestations'), <AttestationNotes key="attestations" content={content} />],
    [t('codes:heading.unitNames'), <UnitNames key="names" content={content} />],
    [t('returns:document.qualityTitle'), <QualityNotes key="quality" content={content} />],
    [t('codes:heading.rules'), <RuleNotes key="rules" content={content} />],
    [t('returns:document.definitions'), <DefinitionNotes key="definitions" content={content} />],
    [t('returns:document.packs'), <PackNotes key="packs" content={content} />],
  ];
  return (
    <article className={classes.paper} lang={languageTag[locale]}>
      <Cover prepared={prepared} />
      {sections.map(([title, body], index) => (
        <section key={title} className={classes.section}>
          <h2 className={shared.headingAbove}>
            <span className={classes.position}>{index + 1}</span> {title}
          </h2>
          {body}
        </section>
      ))}
      <p className={classes.marking}>{content.marking}</p>
    </article>
  );
}

function Cover({ prepared }: { readonly prepared: PreparedReturn }) {
  const language = useDocumentLanguage();
  const { t } = language;
  const { content, locked } = prepared;
  const months = quarterMonths(content.quarter);
  return (
    <header className={classes.front}>
      <p className={classes.marking}>{content.marking}</p>
      <p className={classes.kind}>{t('returns:document.kind', { quarter: language.quarter(content.quarter) })}</p>
      <h2 className={classes.title}>{language.bilingual(content.agreement.recipient)}</h2>
      <p className={classes.programme}>{language.bilingual(content.agreement.programme)}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('codes:heading.agreement')}</dt>
          <dd>{content.agreement.code}</dd>
        </div>
        <div>
          <dt>{t('codes:heading.period')}</dt>
          <dd>
            {t('common:fromTo', {
              from: language.day(firstDayOf(months[0])),
              to: language.day(lastDayOf(months[2])),
            })}
          </dd>
        </div>
        <div>
          <dt>{t('codes:heading.units')}</dt>
          <dd>{language.number(content.units.length)}</dd>
        </div>
        <div>
          <dt>{t('common:performanceFramework')}</dt>
          <dd>{content.framework.version}</dd>
        </div>
        <div>
          <dt>{t('codes:field.state')}</dt>
          <dd>{locked === null ? t('returns:document.draft') : t('returns:document.final')}</dd>
        </div>
        <div>
          <dt>{t('codes:heading.version')}</dt>
          <dd>{language.number(sequenceOf(prepared))}</dd>
        </div>
        <div>
          <dt>{t('codes:heading.actuals')}</dt>
          <dd>{t(`codes:actuals.${content.actualsStatus}`)}</dd>
        </div>
      </dl>
      {content.demonstration && <p className={classes.fictitious}>{t('returns:document.fictitious')}</p>}
    </header>
  );
}
