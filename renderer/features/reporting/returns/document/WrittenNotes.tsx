import { attestationRole, narrativeSection } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { cellKey, cellName, contentText } from './cellNames.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { useDocumentLanguage } from './language.ts';

interface NotesProps {
  readonly content: ReturnContent;
}

export function NarrativeNotes({ content }: NotesProps) {
  const { t, bilingual } = useDocumentLanguage();
  return (
    <dl className={classes.definitions}>
      {narrativeSection.options.map((section) => (
        <div key={section}>
          <dt>{t(`codes:part.${section}`)}</dt>
          <dd className={classes.written}>{bilingual(content.narrative[section]) || t('returns:written.nothing')}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ExplanationNotes({ content }: NotesProps) {
  const language = useDocumentLanguage();
  const { t, bilingual } = language;
  if (content.explanations.length === 0) return <p className={classes.prose}>{t('returns:written.noExplanation')}</p>;
  return (
    <dl className={classes.definitions}>
      {content.explanations.map(({ code, unitCode, text }) => (
        <div key={`${code} ${unitCode ?? ''}`}>
          <dt>
            {cellName(content, { what: 'value', unitCode, code, month: null }, language)} ·{' '}
            {unitCode ?? t('codes:heading.allUnits')}
          </dt>
          <dd className={classes.written}>{bilingual(text) || t('returns:written.nothing')}</dd>
        </div>
      ))}
    </dl>
  );
}

export function AttestationNotes({ content }: NotesProps) {
  const { t, day } = useDocumentLanguage();
  return (
    <dl className={classes.definitions}>
      {attestationRole.options.map((role) => {
        const given = content.attestations.find((each) => each.role === role);
        return (
          <div key={role}>
            <dt>{t(`codes:part.${role}`)}</dt>
            <dd>
              {given === undefined
                ? t('codes:heading.notAttested')
                : t('returns:written.given', { name: given.name, title: given.title, on: day(given.on) })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What this version changes of the one that the reader has. */
export function RestatementNotes({ content }: NotesProps) {
  const language = useDocumentLanguage();
  const { t, month: monthName, bilingual } = language;
  const { restatement } = content;
  if (restatement === null) return null;
  const columns = ['what', 'figure', 'month', 'before', 'after', 'why'] as const;
  return (
    <>
      <p className={classes.prose}>
        {restatement.changes.length === 0
          ? t('returns:restated.noFigure', { sequence: restatement.of.sequence })
          : t('returns:restated.summary', { count: restatement.changes.length, sequence: restatement.of.sequence })}
      </p>
      {restatement.changes.length > 0 && (
        <div className={shared.scroll}>
          <table className={classes.table}>
            <caption className="visually-hidden">{t('returns:restated.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('codes:heading.unit')}</th>
                {columns.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    data-column={column === 'before' || column === 'after' ? 'value' : column}
                  >
                    {t(`returns:restated.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {restatement.changes.map((cell) => (
                <tr key={cellKey(cell)}>
                  <th scope="row">{cell.unitCode ?? t('codes:heading.total')}</th>
                  <td>{t(`codes:cell.${cell.what}`)}</td>
                  <td>{cellName(content, cell, language)}</td>
                  <td>{cell.month === null ? '' : monthName(cell.month)}</td>
                  <td data-column="value">{contentText(cell.before, language)}</td>
                  <td data-column="value">{contentText(cell.after, language)}</td>
                  <td>{bilingual(cell.why)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
