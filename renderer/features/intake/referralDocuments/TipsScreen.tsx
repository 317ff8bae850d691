import { Anchor, Button } from '@mantine/core';
import { IconCircleCheck, IconFileText } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DropArea } from '../../../ui/DropArea.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Tips.module.css';
import { TipForm } from './TipForm.tsx';
import { useTip, type Tip } from './useTip.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';

/** The document's own words, to look a finding up; they leave with the page. */
function TipText({ pages }: { readonly pages: readonly string[] }) {
  const t = useText();
  return (
    <section className={classes.text} aria-label={t('tips:text')}>
      <h2 className={classes.heading}>{t('tips:text')}</h2>
      <p className={shared.none}>{t('tips:textHint')}</p>
      <HiddenText text={pages.map((page, index) => `${t('tips:page', { number: index + 1 })}\n${page}`).join('\n\n')} />
    </section>
  );
}

/** A report or a tip comes in as a document: what it seems to say is confirmed piece by piece, and the document is not kept. */
export function TipsScreen() {
  const t = useText();
  const names = useNames();
  const tip = useTip(names);
  const { draft, facts, log } = tip;
  return (
    <>
      <PageHeader
        title={t('tips:title')}
        context={t('tips:context')}
        actions={
          draft !== undefined && (
            <Button variant="default" onClick={tip.forget}>
              {t('common:startOver')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        {log.data === undefined ? (
          <Choose tip={tip} />
        ) : (
          <Notice
            tone="positive"
            icon={IconCircleCheck}
            title={t('tips:logged.title', {
              number: names.fileNumber({ unitId: log.variables.unitId as UnitId, number: log.data.number }),
            })}
            end={
              <Button variant="default" size="compact-sm" onClick={tip.forget}>
                {t('tips:logged.next')}
              </Button>
            }
          >
            {t('tips:logged.text')}{' '}
            <Anchor component={Link} href={`/referrals/${log.data.id}`} inherit>
              {t('tips:logged.open')}
            </Anchor>
          </Notice>
        )}
        {tip.linking.failure !== null && <FailureAlert failure={tip.linking.failure} />}
        {draft !== undefined && facts !== null && log.data === undefined && (
          <div className={classes.columns} data-text={draft.pages.length > 0 || undefined}>
            <TipForm tip={tip} draft={draft} facts={facts} names={names} />
            {draft.pages.length > 0 && <TipText pages={draft.pages} />}
          </div>
        )}
      </div>
    </>
  );
}

function Choose({ tip }: { readonly tip: Tip }) {
  const t = useText();
  const { file, read, job } = tip;
  const failure = file.failure ?? read.error?.failure;
  return (
    <DropArea isBusy={read.isPending} onFile={file.drop}>
      <div className={classes.file}>
        <Button
          variant={file.file === null ? 'filled' : 'default'}
          leftSection={<IconFileText size={16} stroke={1.75} aria-hidden />}
          onClick={file.pick}
          loading={file.isPending}
          disabled={read.isPending}
        >
          {file.file === null ? t('tips:choose') : t('common:chooseAnother')}
        </Button>
        <span className={shared.none}>{file.file === null ? t('tips:kinds') : file.file.name}</span>
      </div>
      {read.isPending && <ProgressPanel title={t('tips:reading')} progress={job.progress} onCancel={job.cancel} />}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </DropArea>
  );
}
