import { Button, Textarea, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { referralSource, riskBand, type ReferralSource } from '#contract/ground/codes';
import type { TipDraft, TipField } from '#contract/intake/referralDocuments';
import { useText } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FileCounts } from '../../../ui/FileCounts.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TipFindings } from './TipFindings.tsx';
import { TipMatches } from './TipMatches.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Tips.module.css';
import type { Tip, TipFacts } from './useTip.ts';

interface TipFormProps {
  readonly tip: Tip;
  readonly draft: TipDraft;
  readonly facts: TipFacts;
  readonly names: Names;
}

export function TipForm({ tip, draft, facts, names }: TipFormProps) {
  const t = useText();
  const element = useRef<HTMLFormElement>(null);
  const { log } = tip;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shorthand for its button
    <form
      ref={element}
      className={classes.form}
      aria-label={t('tips:form')}
      onSubmit={(event) => {
        event.preventDefault();
        tip.submit();
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => element.current?.requestSubmit()]])}
    >
      {draft.stripped > 0 && (
        <Notice tone="neutral" icon={IconShieldCheck} title={t('tips:stripped', { count: draft.stripped })} />
      )}
      {draft.pagesUnread > 0 && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('tips:pagesUnread', { count: draft.pagesUnread })} />
      )}
      {draft.cut && <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('tips:cut')} />}
      <Facts tip={tip} draft={draft} facts={facts} names={names} />
      <TipFindings tip={tip} draft={draft} />
      {draft.counts.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('tips:counts')}</h2>
          <FileCounts counts={draft.counts} />
        </section>
      )}
      {draft.notTaken.length > 0 && (
        <p className={shared.none}>{t('tips:notTaken', { names: draft.notTaken.join(', ') })}</p>
      )}
      <TipMatches tip={tip} draft={draft} facts={facts} />
      {log.error !== null && <FailureAlert failure={log.error.failure} />}
      <div>
        <Button type="submit" loading={log.isPending} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('tips:log')}
        </Button>
      </div>
    </form>
  );
}

function Facts({ tip, draft, facts, names }: TipFormProps) {
  const t = useText();
  const foundAt = (field: TipField): string => {
    const place = draft.fields.find((each) => each.field === field)?.foundAt;
    return place === undefined ? t('tips:notFound') : t('tips:foundAt', { place });
  };
  return (
    <section>
      <h2 className={classes.heading}>{t('codes:field.referral')}</h2>
      <div className={classes.fields}>
        <Choice
          label={t('codes:field.source')}
          options={referralSource.options.map((each) => ({ value: each, label: t(`codes:referralSource.${each}`) }))}
          value={facts.source}
          onChange={(source) => {
            tip.setFact({ source: source as ReferralSource });
          }}
        />
        <DateField
          label={t('codes:field.receivedOn')}
          value={facts.receivedOn}
          onChange={(receivedOn) => {
            tip.setFact({ receivedOn });
          }}
        />
        {names.units.length > 1 && (
          <Choice
            label={t('codes:heading.unit')}
            options={names.units.map((unit) => ({ value: unit.id, label: unit.code }))}
            value={facts.unitId}
            onChange={(unitId) => {
              tip.setFact({ unitId });
            }}
          />
        )}
        <Choice
          label={t('codes:field.riskBand')}
          empty={t('common:none')}
          options={riskBand.options.map((each) => ({ value: each, label: t(`codes:riskBand.${each}`) }))}
          value={facts.riskBand}
          onChange={(band) => {
            tip.setFact({ riskBand: band });
          }}
        />
        <TextInput
          label={t('codes:field.externalNumber')}
          description={foundAt('externalNumber')}
          maxLength={60}
          value={facts.externalNumber}
          onChange={(event) => {
            tip.setFact({ externalNumber: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('referrals:priorityReceived')}
          description={foundAt('priorityReceived')}
          maxLength={40}
          value={facts.priorityReceived}
          onChange={(event) => {
            tip.setFact({ priorityReceived: event.currentTarget.value });
          }}
        />
      </div>
      <Textarea
        label={t('codes:field.summary')}
        description={foundAt('summary')}
        autosize
        minRows={2}
        mt="sm"
        value={facts.summary}
        onChange={(event) => {
          tip.setFact({ summary: event.currentTarget.value });
        }}
      />
    </section>
  );
}
