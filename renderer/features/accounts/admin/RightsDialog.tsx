import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { Input } from '#contract/index';
import { peopleMethods, type User } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { RightsFields } from './RightsFields.tsx';
import { withSeenAgreements } from './seenAgreements.ts';

interface RightsDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** A user's roles and units. With two administrators or more the change waits for another one. */
export function RightsDialog({ user, onClose }: RightsDialogProps) {
  const t = useText();
  const grant = useWrite('users.grant');
  const form = useForm({
    initialValues: {
      userId: user.id,
      version: user.version,
      roles: [...user.roles] as string[],
      unitIds: [...user.unitIds] as string[],
      agreementIds: user.agreementIds && ([...user.agreementIds] as string[]),
    },
    validate: validateWith(peopleMethods['users.grant'].input, withSeenAgreements),
  });
  const submit = form.onSubmit((values) => {
    grant.mutate(withSeenAgreements(values) as Input<'users.grant'>, {
      onSuccess: ({ awaitsApproval }) => {
        if (awaitsApproval) {
          notifications.show({ message: t('admin:users.awaitsApproval', { name: user.displayName }) });
        }
        onClose();
      },
    });
  }, focusFirstError);
  return (
    <Dialog onClose={onClose} title={t('admin:users.rightsOf', { name: user.displayName })}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          {grant.error !== null && <FailureAlert failure={grant.error.failure} />}
          <RightsFields
            roles={form.getInputProps('roles')}
            units={form.getInputProps('unitIds')}
            agreements={form.getInputProps('agreementIds')}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={grant.isPending}>
              {t('admin:users.saveRights')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
