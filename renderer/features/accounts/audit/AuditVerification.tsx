import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { auditHead } from '#contract/accounts/audit';
import type { Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Audit.module.css';

/** A head as it is printed: its hash, and its entry where that is known. */
function headOf(typed: string) {
  const [hash = '', sequence] = typed.trim().toLowerCase().split('@');
  return auditHead.safeParse({ hash, ...(sequence !== undefined && { sequence: Number(sequence) }) }).data;
}

/** Computes the chain again, and says what that proves and what it cannot. */
export function AuditVerification({ end }: { readonly end: ReactNode }) {
  const t = useText();
  const verify = useWrite('audit.verify');
  const [typed, setTyped] = useState('');
  const head = headOf(typed);
  const isWrong = typed.trim() !== '' && head === undefined;
  return (
    <>
      <Stack gap={4}>
        <p className={shared.none}>{t('admin:audit.note')}</p>
        <Group gap={8} align="flex-end">
          <TextInput
            size="xs"
            w={560}
            classNames={{ root: classes.head ?? '', wrapper: classes.field ?? '' }}
            label={t('admin:audit.headLabel')}
            description={t('admin:audit.headHint')}
            value={typed}
            error={isWrong}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          <Button
            size="xs"
            variant="default"
            disabled={isWrong}
            loading={verify.isPending}
            onClick={() => {
              verify.mutate(head ? { head } : {});
            }}
          >
            {t('admin:audit.verify')}
          </Button>
          {end}
        </Group>
      </Stack>
      {verify.error !== null && <FailureAlert failure={verify.error.failure} />}
      {verify.data !== undefined && <Result result={verify.data} />}
    </>
  );
}

function Result({ result }: { readonly result: Output<'audit.verify'> }) {
  const t = useText();
  const format = useFormat();
  const { given } = result;
  if (!result.intact)
    return (
      <Notice tone="overdue" icon={IconAlertTriangle} title={t('admin:audit.broken')} live="assertive">
        {t('admin:audit.brokenText', { sequence: format.number(result.firstBroken ?? 0) })}
      </Notice>
    );
  if (given !== null && given.foundAt === null)
    return (
      <Notice tone="overdue" icon={IconAlertTriangle} title={t('admin:audit.headMissing')} live="assertive">
        {t('admin:audit.headMissingText')}
      </Notice>
    );
  return (
    <Notice tone="positive" icon={IconShieldCheck} title={t('admin:audit.intact', { count: result.entries })}>
      {t('admin:audit.values', result.values)}{' '}
      {given === null ? t('admin:audit.head') : t('admin:audit.headFound', { entry: given.foundAt ?? 0 })}{' '}
      <span className={shared.hash}>
        {result.head}@{result.entries}
      </span>
    </Notice>
  );
}
