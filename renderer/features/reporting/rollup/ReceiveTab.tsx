import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { DropArea } from '../../../ui/DropArea.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { BlankForm } from './BlankForm.tsx';
import { HeldSources } from './HeldSources.tsx';
import { ChangedSources } from './ChangedSources.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';
import { SourceTable } from './SourceTable.tsx';
import { UnconfirmedKeys } from './UnconfirmedKeys.tsx';
import { UnsignedForms } from './UnsignedForms.tsx';
import { mayTake, useSources } from './useSources.ts';

/** What was received, each with its verdict; what holds is imported by one button. */
export function ReceiveTab({ quarter }: { readonly quarter: Quarter | null }) {
  const t = useText();
  const { sources, failure, isBusy, chooseFolder, chooseFile, dropFile, take, confirmChanged, refuse } = useSources();
  const [comparedKeys, setComparedKeys] = useState<ReadonlySet<string>>(new Set());
  const [unsigned, setUnsigned] = useState<ReadonlySet<string>>(new Set());
  const accepted = { keys: comparedKeys, unsigned };
  useScreenKeys([{ keys: 'I', label: t('common:chooseAFolder'), run: chooseFolder }]);
  const ready = sources?.filter((each) => mayTake(each, accepted)).length ?? 0;
  const buttons = (
    <DropArea isBusy={isBusy} onFile={dropFile}>
      <div className={shared.buttons}>
        <Button leftSection={<IconFolder size={16} stroke={1.75} />} onClick={chooseFolder} loading={isBusy}>
          {sources === null ? t('common:chooseAFolder') : t('rollup:receive.another')}
        </Button>
        <Button variant="default" onClick={chooseFile} disabled={isBusy}>
          {t('common:chooseAFile')}
        </Button>
        <BlankForm quarter={quarter} />
      </div>
      <span className={shared.note}>{t('rollup:receive.drop')}</span>
    </DropArea>
  );
  return (
    <>
      <section className={classes.section}>
        <p className={shared.note}>{t('rollup:receive.note')}</p>
        {buttons}
        {failure !== null && <FailureAlert failure={failure} />}
        {sources?.length === 0 && <EmptyState title={t('rollup:receive.none')} text={t('rollup:receive.noneText')} />}
        {sources !== null && sources.length > 0 && (
          <>
            <SourceTable sources={sources} />
            <UnconfirmedKeys sources={sources} comparedKeys={comparedKeys} onChange={setComparedKeys} />
            <ChangedSources sources={sources} isBusy={isBusy} onConfirm={confirmChanged} onRefuse={refuse} />
            <UnsignedForms sources={sources} accepted={unsigned} onChange={setUnsigned} />
            <div>
              <Button
                onClick={() => {
                  take(accepted);
                }}
                disabled={ready === 0}
                loading={isBusy}
              >
                {t('rollup:receive.take', { count: ready })}
              </Button>
            </div>
          </>
        )}
      </section>
      {quarter !== null && <HeldSources quarter={quarter} />}
    </>
  );
}
