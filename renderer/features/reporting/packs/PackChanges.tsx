import { Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PackChange } from '#contract/reporting/packs';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Packs.module.css';

interface PackChangesProps {
  readonly title: string;
  readonly changes: readonly PackChange[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** What is not as it was, each with how it was until now; the person who decides says why. */
export function PackChanges({ title, changes, reason, onReason }: PackChangesProps) {
  const t = useText();
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={title}>
      <ul className={classes.changes}>
        {changes.map(({ code, units, before }) => (
          <li key={code}>{t(`packs:change.${code}`, { units: units.join(', '), before: before.join(', ') })}</li>
        ))}
      </ul>
      <p className={classes.lead}>{t('packs:change.ask')}</p>
      <Textarea
        mt="sm"
        autosize
        minRows={2}
        maxLength={500}
        label={t('codes:field.reason')}
        value={reason}
        onChange={(event) => {
          onReason(event.currentTarget.value);
        }}
      />
    </Notice>
  );
}
