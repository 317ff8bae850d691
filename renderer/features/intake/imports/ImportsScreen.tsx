import { Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { importKind, type ImportKind } from '#contract/intake/imports';
import { useText } from '../../../i18n/text.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ExtractImport } from './ExtractImport.tsx';
import classes from './Imports.module.css';
import { Mappings } from './Mappings.tsx';
import { PastImports } from './PastImports.tsx';
import { ReferralImport } from './ReferralImport.tsx';

/** What the file lists, then three steps on one page, each in view once the one before is done. */
export function ImportsScreen() {
  const t = useText();
  const [kind, setKind] = useState<ImportKind>('referrals');
  const [isUnderWay, setUnderWay] = useState(false);
  return (
    <>
      <PageHeader title={t('imports:nav')} context={t('imports:context')} />
      <div className={classes.page}>
        <Group gap="8px 16px">
          <SegmentedControl
            aria-label={t('imports:kind.label')}
            value={kind}
            disabled={isUnderWay}
            data={importKind.options.map((each) => ({ value: each, label: t(`imports:kind.${each}`) }))}
            onChange={(value) => {
              setKind(importKind.parse(value));
            }}
          />
          <p className={classes.hint}>{t(`imports:kindText.${kind}`)}</p>
        </Group>
        {kind === 'referrals' ? (
          <ReferralImport onUnderWay={setUnderWay} />
        ) : (
          <ExtractImport key={kind} kind={kind} onUnderWay={setUnderWay} />
        )}
        {!isUnderWay && <Mappings />}
        <PastImports isQuiet={isUnderWay} />
      </div>
    </>
  );
}
