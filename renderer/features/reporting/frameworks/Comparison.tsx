import type { FrameworkComparison } from '#contract/reporting/frameworks';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { fieldName } from './fieldName.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Frameworks.module.css';

type Told = FrameworkComparison['changed'][number]['fields'][number]['before'];

/** What is added, taken out and changed, the changed ones field by field in both languages. */
export function Comparison({ comparison }: { readonly comparison: FrameworkComparison }) {
  const t = useText();
  const { added, removed, changed, unchanged } = comparison;
  return (
    <div className={classes.comparison}>
      <p role="status">
        {t('frameworks:compare.summary', {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
          unchanged,
        })}
      </p>
      <Named title={t('frameworks:compare.added')} indicators={added} />
      <Named title={t('frameworks:compare.removed')} indicators={removed} />
      {changed.length > 0 && (
        <section className={classes.section}>
          <h2 className={classes.heading}>{t('frameworks:compare.changed')}</h2>
          {changed.map((each) => (
            <ChangedIndicator key={each.code} indicator={each} />
          ))}
        </section>
      )}
    </div>
  );
}

function Named({ title, indicators }: { readonly title: string; readonly indicators: FrameworkComparison['added'] }) {
  const format = useFormat();
  if (indicators.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.list}>
        {indicators.map(({ code, name }) => (
          <li key={code}>
            <strong>{code}</strong> {format.bilingual(name)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangedIndicator({ indicator }: { readonly indicator: FrameworkComparison['changed'][number] }) {
  const t = useText();
  const format = useFormat();
  const { code, name, fields } = indicator;
  return (
    <table className={classes.changes}>
      <caption>
        <strong>{code}</strong> {format.bilingual(name)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('frameworks:compare.field')}</th>
          <th scope="col">{t('codes:heading.lockedBefore')}</th>
          <th scope="col">{t('codes:heading.now')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldName(t, field)}</th>
            <td>
              <Text told={before} />
            </td>
            <td>
              <Text told={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Text({ told }: { readonly told: Told }) {
  const t = useText();
  if (told === null) return t('frameworks:compare.nothing');
  if (typeof told === 'string') return told;
  return (['en', 'fr'] as const).map((language) => (
    <p key={language} lang={`${language}-CA`} className={classes.told}>
      <span className={shared.small}>{language.toUpperCase()}</span> {told[language]}
    </p>
  ));
}
