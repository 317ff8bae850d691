import { Radio, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { referralId } from '#contract/ground/ids';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { today } from '../../../../lib/today.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import type { FileDialogProps } from '../fileSteps.ts';

export type LinkTo = 'investigation' | 'referral';

const shown = 8;

/** Files of either kind whose number begins so. */
function useFound(to: LinkTo, number: string, file: FileDialogProps['file']) {
  const filter = { numberStartsWith: number };
  const window = { sort: { column: 'number' as const, descending: true }, from: { at: 'start' as const }, size: shown };
  const isAsked = number !== '';
  const investigations = useRead(
    'investigations.list',
    { filter, ...window },
    { enabled: isAsked && to === 'investigation' },
  );
  const referrals = useRead(
    'referrals.list',
    { filter: { ...filter, unitId: file.unitId }, ...window },
    { enabled: isAsked && to === 'referral' },
  );
  return to === 'investigation'
    ? (investigations.data?.rows.filter((row) => row.id !== file.id) ?? [])
    : (referrals.data?.rows ?? []);
}

/** Finds a file by the beginning of its number, and links it. */
export function LinkDialog({ file, to, onClose }: FileDialogProps & { readonly to: LinkTo }) {
  const t = useText();
  const { fileNumber } = useNames();
  const relate = useWrite('links.relate');
  const link = useWrite('links.linkReferral');
  const write = to === 'investigation' ? relate : link;
  const [number, setNumber] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [asked] = useDebouncedValue(number.trim(), 150);
  const found = useFound(to, asked, file);
  // The only one found needs no choosing.
  const chosen = found.find((row) => row.id === picked) ?? (found.length === 1 ? found[0] : undefined);
  return (
    <FormDialog
      title={t(`fileWork:links.dialog.${to}`, { number: fileNumber(file) })}
      submit={t('fileWork:links.dialog.submit')}
      isBusy={write.isPending}
      isDisabled={chosen === undefined}
      failure={write.error?.failure ?? null}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined) return;
        const input = { investigationId: file.id };
        if (to === 'investigation') relate.mutate({ ...input, otherId: chosen.id }, { onSuccess: onClose });
        else link.mutate({ ...input, referralId: referralId.parse(chosen.id), on: today() }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <p>{t(`fileWork:links.dialog.${to}Text`)}</p>
      <TextInput
        label={t('lists:numberStartsWith')}
        data-autofocus
        value={number}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
        }}
      />
      {asked !== '' && found.length === 0 && <p>{t('common:noResults')}</p>}
      {found.length > 0 && (
        <Radio.Group label={t('fileWork:links.dialog.found')} value={chosen?.id ?? ''} onChange={setPicked}>
          <Stack gap={6} mt={4}>
            {found.map((row) => (
              <Radio key={row.id} value={row.id} label={fileNumber(row)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </FormDialog>
  );
}
