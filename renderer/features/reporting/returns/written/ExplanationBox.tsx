import { longest } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import classes from './TextPair.module.css';
import { TextPair } from './TextPair.tsx';
import type { UnitWords } from './unitWords.ts';
import { useReturnTexts } from './useReturnTexts.ts';

interface ExplanationBoxProps {
  readonly content: ReturnContent;
  readonly code: string;
  readonly unitCode: string | null;
}

/** Why the selected figure changed. It may be written for any figure; it is asked for where the change is large. */
export function ExplanationBox({ content, code, unitCode }: ExplanationBoxProps) {
  const t = useText();
  const format = useFormat();
  const texts = useReturnTexts(content);
  const explain = useWrite('returns.explain');
  if (texts === undefined) return null;
  const isThis = (each: { readonly code: string; readonly unitCode: string | null }) =>
    each.code === code && each.unitCode === unitCode;
  const isAsked = content.checks.some(
    (check) => check.code === 'large_change' && check.unitCode === unitCode && check.measures.includes(code),
  );
  const threshold = content.framework.indicators.find((each) => each.code === code)?.changeThreshold;
  const { agreement, quarter } = content;
  return (
    <TextPair
      title={t('returns:written.explanation')}
      hint={
        threshold == null
          ? undefined
          : t(isAsked ? 'returns:written.explainAsked' : 'returns:written.explainRule', {
              share: format.percent(threshold.share),
              absolute: format.number(threshold.absolute),
            })
      }
      saved={texts.explanations.find(isThis) ?? null}
      previous={texts.before.explanations.find(isThis)?.text}
      units={unitCode === null ? texts.explanations.flatMap((each) => ofUnit(each, code)) : []}
      languages={isAsked ? agreement.languages : []}
      maximum={longest.explanation}
      onSave={(text, version) =>
        explain.mutateAsync({ agreementId: agreement.id, quarter, code, unitCode, text, version })
      }
    />
  );
}

/** What a unit wrote of this indicator; the agreement's own words are of no unit. */
function ofUnit(each: ReturnContent['explanations'][number], code: string): readonly UnitWords[] {
  return each.code === code && each.unitCode !== null ? [{ unitCode: each.unitCode, text: each.text }] : [];
}

/** As it was locked. */
export function LockedExplanation({ content, code, unitCode }: ExplanationBoxProps) {
  const t = useText();
  const format = useFormat();
  const found = content.explanations.find((each) => each.code === code && each.unitCode === unitCode);
  if (found === undefined) return null;
  return (
    <section>
      <h3 className={classes.title}>{t('returns:written.explanation')}</h3>
      <p className={classes.theirs}>{format.bilingual(found.text)}</p>
    </section>
  );
}
