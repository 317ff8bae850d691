import type { IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { personName } from './PersonTable.tsx';

export type Removed =
  | { readonly kind: 'person'; readonly row: PersonRow }
  | { readonly kind: 'identifier'; readonly row: IdentifierRow };

interface RemoveDialogProps {
  readonly file: CaseFile;
  readonly removed: Removed;
  readonly onClose: () => void;
}

/** For what was entered by mistake. */
export function RemoveDialog({ file, removed, onClose }: RemoveDialogProps) {
  const t = useText();
  const person = useWrite('persons.remove');
  const identifier = useWrite('identifiers.remove');
  const { error, isPending } = removed.kind === 'person' ? person : identifier;
  const remove = () => {
    const { version } = removed.row;
    if (removed.kind === 'person') person.mutate({ file, personId: removed.row.id, version }, { onSuccess: onClose });
    else identifier.mutate({ file, identifierId: removed.row.id, version }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={t('common:removeFor', {
        name: removed.kind === 'person' ? personName(removed.row, t) : removed.row.value,
      })}
      confirm={t('common:remove')}
      isDangerous
      isBusy={isPending}
      failure={error?.failure}
      onConfirm={remove}
      onClose={onClose}
    >
      {t(removed.kind === 'person' ? 'persons:removePerson' : 'persons:removeIdentifier')}
    </ConfirmDialog>
  );
}
