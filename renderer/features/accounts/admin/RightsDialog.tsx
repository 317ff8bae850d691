import { notifications } from '@mantine/notifications';
import type { User } from '#contract/accounts/people';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { RightsFields } from './RightsFields.tsx';
import { withSeenAgreements } from './seenAgreements.ts';

interface RightsDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** A user's roles and units. What makes or unmakes an administrator waits for a second person. */
export function RightsDialog({ user, onClose }: RightsDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('users.grant', {
    values: {
      userId: user.id,
      version: user.version,
      roles: [...user.roles] as string[],
      unitIds: [...user.unitIds] as string[],
      agreementIds: user.agreementIds && ([...user.agreementIds] as string[]),
    },
    toInput: withSeenAgreements,
    onDone: ({ awaitsApproval }) => {
      if (awaitsApproval) notifications.show({ message: t('admin:users.awaitsApproval', { name: user.displayName }) });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('admin:users.rightsOf', { name: user.displayName })}
      submit={t('admin:users.saveRights')}
      {...sending}
      onClose={onClose}
    >
      <RightsFields
        roles={form.getInputProps('roles')}
        units={form.getInputProps('unitIds')}
        agreements={form.getInputProps('agreementIds')}
      />
    </FormDialog>
  );
}
