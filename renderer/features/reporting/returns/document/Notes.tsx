import type { ReturnContent } from '#contract/reporting/returns';
import { groupChecks } from '../checkGroups.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { useDocumentLanguage } from './language.ts';

interface NotesProps {
  readonly content: ReturnContent;
}

/** What the reader must know of the data: gaps are said, never filled. */
export function QualityNotes({ content }: NotesProps) {
  const { t } = useDocumentLanguage();
  if (content.checks.length === 0) return <p className={classes.prose}>{t('returns:document.noCheck')}</p>;
  return (
    <ul className={classes.list}>
      {groupChecks(content.checks).map((group) => (
        <li key={`${group.code} ${String(group.blocking)}`}>
          {t('returns:document.quality', {
            what: t(`codes:check.${group.code}`),
            units: [...new Set(group.checks.map((check) => check.unitCode ?? t('codes:heading.allUnits')))].join(', '),
          })}
        </li>
      ))}
    </ul>
  );
}

export function RuleNotes({ content }: NotesProps) {
  const language = useDocumentLanguage();
  const { t } = language;
  if (content.rules.length === 0) return <p className={classes.prose}>{t('returns:document.noRule')}</p>;
  return (
    <dl className={classes.definitions}>
      {content.rules.map((rule) => (
        <div key={`${rule.unitCode} ${rule.validFrom}`}>
          <dt>{t('common:since', { code: rule.unitCode, day: language.day(rule.validFrom) })}</dt>
          <dd>{language.bilingual(rule.statement)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function DefinitionNotes({ content }: NotesProps) {
  const language = useDocumentLanguage();
  return (
    <dl className={classes.definitions}>
      {content.framework.indicators.map((indicator) => (
        <div key={indicator.code}>
          <dt>
            {indicator.code} · {language.bilingual(indicator.name)}
          </dt>
          <dd>{language.bilingual(indicator.definition)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PackNotes({ content }: NotesProps) {
  const { t } = useDocumentLanguage();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('returns:document.packs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('codes:heading.sender')}</th>
          <th scope="col">{t('returns:document.sha256')}</th>
        </tr>
      </thead>
      <tbody>
        {content.packs.map((pack) => (
          <tr key={pack.id}>
            <th scope="row">{pack.workspaceName}</th>
            <td className={shared.hash}>{pack.sha256}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function UnitNames({ content }: NotesProps) {
  const language = useDocumentLanguage();
  return (
    <dl className={classes.names}>
      {content.units.map((unit) => (
        <div key={unit.id}>
          <dt>{unit.code}</dt>
          <dd>{language.bilingual(unit.name)}</dd>
        </div>
      ))}
    </dl>
  );
}
