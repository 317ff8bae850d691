import { narrativeSection, attestationRole } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import classes from './Narrative.module.css';

/** As it was locked. */
export function LockedNarrative({ content }: { readonly content: ReturnContent }) {
  const t = useText();
  const format = useFormat();
  const { narrative, attestations, actualsStatus } = content;
  return (
    <div className={classes.step}>
      {narrativeSection.options.map((section) => (
        <section key={section}>
          <h2 className={classes.heading}>{t(`codes:part.${section}`)}</h2>
          <p className={classes.text}>{format.bilingual(narrative[section]) || t('returns:written.nothing')}</p>
        </section>
      ))}
      <section className={classes.group}>
        <h2 className={classes.heading}>{t('codes:heading.attestations')}</h2>
        <Facts>
          {attestationRole.options.map((role) => {
            const given = attestations.find((each) => each.role === role);
            return (
              <Fact key={role} label={t(`codes:part.${role}`)}>
                {given === undefined
                  ? t('codes:heading.notAttested')
                  : t('returns:written.given', { name: given.name, title: given.title, on: format.day(given.on) })}
              </Fact>
            );
          })}
          <Fact label={t('codes:heading.actuals')}>{t(`codes:actuals.${actualsStatus}`)}</Fact>
        </Facts>
      </section>
    </div>
  );
}
