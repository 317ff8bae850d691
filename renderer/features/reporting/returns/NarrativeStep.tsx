import { Button, SegmentedControl } from '@mantine/core';
import type { Output } from '#contract/index';
import { actualsStatus, attestationRole, longest, narrativeSection } from '#contract/reporting/returnTexts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useGo } from '../../../lib/useGo.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { returnPath } from './returnPaths.ts';
import { sequenceOf, type StepProps } from './usePreparedReturn.ts';
import { Attestation } from './written/AttestationForm.tsx';
import { LockedNarrative } from './written/LockedNarrative.tsx';
import classes from './written/Narrative.module.css';
import { TextPair } from './written/TextPair.tsx';
import { useReturnTexts } from './written/useReturnTexts.ts';

/** What people write in addition to the figures, and who answers for them. */
export function NarrativeStep({ prepared, edition }: StepProps) {
  const t = useText();
  const go = useGo();
  const { content, locked } = prepared;
  const texts = useReturnTexts(content);
  if (locked !== null) return <LockedNarrative content={content} />;
  if (texts === undefined) return null;
  const sequence = sequenceOf(prepared);
  return (
    <div className={classes.step}>
      <section className={classes.group}>
        <h2 className={classes.heading}>{t('codes:heading.narrative')}</h2>
        <p className={classes.note}>{t('returns:written.narrativeText')}</p>
        <Sections prepared={prepared} edition={edition} texts={texts} />
      </section>
      <section className={classes.group}>
        <h2 className={classes.heading}>{t('codes:heading.actuals')}</h2>
        <p className={classes.note}>{t('returns:written.actualsText')}</p>
        <Actuals prepared={prepared} edition={edition} texts={texts} />
      </section>
      <section className={classes.group}>
        <h2 className={classes.heading}>{t('codes:heading.attestations')}</h2>
        <p className={classes.note}>{t('returns:written.attestationsText')}</p>
        {attestationRole.options.map((role) => {
          const held = texts.attestations.find((each) => each.role === role && each.sequence === sequence) ?? null;
          return <Attestation key={role} content={content} sequence={sequence} role={role} held={held} />;
        })}
      </section>
      <div>
        <Button onClick={go(returnPath(content.agreement.id, content.quarter, 'preview', edition))}>
          {t('returns:checks.toPreview')}
        </Button>
      </div>
    </div>
  );
}

type PartProps = StepProps & { readonly texts: Output<'returns.texts'> };

function Sections({ prepared, texts }: PartProps) {
  const t = useText();
  const narrate = useWrite('returns.narrate');
  const { agreement, quarter } = prepared.content;
  return narrativeSection.options.map((section) => (
    <TextPair
      key={section}
      title={t(`codes:part.${section}`)}
      hint={t(`returns:written.asks.${section}`)}
      saved={texts.narrative.find((each) => each.section === section) ?? null}
      previous={texts.before.narrative[section]}
      languages={agreement.languages}
      maximum={longest.narrative}
      rows={4}
      onSave={(text, version) => narrate.mutateAsync({ agreementId: agreement.id, quarter, section, text, version })}
    />
  ));
}

function Actuals({ prepared, texts }: PartProps) {
  const t = useText();
  const set = useWrite('returns.setActuals');
  const { agreement, quarter } = prepared.content;
  return (
    <>
      <SegmentedControl
        className={classes.actuals ?? ''}
        aria-label={t('codes:heading.actuals')}
        value={texts.actuals.status}
        disabled={set.isPending}
        onChange={(status) => {
          set.mutate({ agreementId: agreement.id, quarter, status, version: texts.actuals.version });
        }}
        data={actualsStatus.options.map((value) => ({ value, label: t(`codes:actuals.${value}`) }))}
      />
      {set.error !== null && <FailureAlert failure={set.error.failure} />}
    </>
  );
}
