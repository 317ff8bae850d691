import type { ExchangeRow } from '#contract/custody/deconfliction';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

interface EndDialogProps {
  readonly exchange: ExchangeRow;
  readonly onClose: () => void;
}

export function EndDialog({ exchange: { id, version, name }, onClose }: EndDialogProps) {
  const t = useText();
  const end = useWrite('exchanges.end');
  return (
    <ConfirmDialog
      title={t('exchanges:end.title', { name })}
      confirm={t('exchanges:end.submit')}
      isDangerous
      isBusy={end.isPending}
      failure={end.error?.failure}
      onConfirm={() => {
        end.mutate({ exchangeId: id, version }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {t('exchanges:end.text')}
    </ConfirmDialog>
  );
}
