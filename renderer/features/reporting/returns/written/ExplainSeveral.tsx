import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { filledIn, longest, missingIn } from '#contract/reporting/returnTexts';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { changesOf } from '../changeSize.ts';
import { decimalsOf } from '../document/figures.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { BothLanguages } from './BothLanguages.tsx';
import { useReturnTexts } from './useReturnTexts.ts';

interface ExplainSeveralProps {
  readonly content: ReturnContent;
  readonly checks: readonly Check[];
}

/** One cause moves many figures: the same words, in both languages, for those that are chosen, a unit's and the agreement's alike. */
export function ExplainSeveral({ content, checks }: ExplainSeveralProps) {
  const t = useText();
  const format = useFormat();
  const texts = useReturnTexts(content);
  const explain = useWrite('returns.explainSeveral');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState({ en: '', fr: '' });
  const changes = changesOf(content, checks);
  if (texts === undefined || changes.length < 2) return null;
  const { agreement, quarter } = content;
  const own = changes.filter(({ key }) => chosen.has(key));
  const toggle = (key: string) => {
    setChosen(new Set(chosen.has(key) ? [...chosen].filter((each) => each !== key) : [...chosen, key]));
  };
  const figures = own.map(({ code, unitCode }) => {
    const existing = texts.explanations.find((each) => each.code === code && each.unitCode === unitCode);
    return { code, unitCode, version: existing?.version ?? null, words: existing?.text };
  });
  const keeps = figures.filter(({ words }) => words !== undefined && (words.en !== '' || words.fr !== '')).length;
  const lacks = figures.some(({ words }) => missingIn(filledIn(words, text), agreement.languages).length > 0);
  const send = () => {
    explain.mutate({
      agreementId: agreement.id,
      quarter,
      figures: figures.map(({ code, unitCode, version }) => ({ code, unitCode, version })),
      text,
    });
  };
  return (
    <fieldset className={classes.reasonForAll}>
      <legend className={shared.title}>{t('returns:several.title')}</legend>
      <div>
        <Checkbox
          label={t('returns:several.all')}
          checked={own.length === changes.length}
          indeterminate={own.length > 0 && own.length < changes.length}
          onChange={() => {
            setChosen(own.length === changes.length ? new Set() : new Set(changes.map(({ key }) => key)));
          }}
        />
        {changes.map(({ key, code, unitCode, from, to }) => (
          <Checkbox
            key={key}
            mt="xs"
            label={t('returns:several.change', {
              unit: unitCode ?? t('codes:heading.allUnits'),
              code,
              from: format.number(from, decimalsOf(content, code)),
              to: format.number(to, decimalsOf(content, code)),
            })}
            checked={chosen.has(key)}
            onChange={() => {
              toggle(key);
            }}
          />
        ))}
      </div>
      <BothLanguages value={text} onChange={setText} maxLength={longest.explanation} minRows={2} />
      {keeps > 0 && <p className={shared.note}>{t('returns:several.keeps', { count: keeps })}</p>}
      {explain.error !== null && <FailureAlert failure={explain.error.failure} />}
      <div>
        <Button variant="default" loading={explain.isPending} disabled={own.length === 0 || lacks} onClick={send}>
          {t('returns:several.send', { count: own.length })}
        </Button>
      </div>
    </fieldset>
  );
}
