import { Button, Group, MultiSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { mostAtOnce } from '#contract/accounts/people';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import classes from './Admin.module.css';
import { drawPassphrase, readPeople, type PastedPerson } from './pastedPeople.ts';
import { useUnitNames } from './useUnitNames.ts';

interface Made extends Pick<PastedPerson, 'displayName' | 'login'> {
  readonly passphrase: string;
}

/** People from a list, in one act. Their first passphrases are drawn, and shown once. */
export function SeveralUsersDialog({ onClose }: { readonly onClose: () => void }) {
  const [made, setMade] = useState<readonly Made[] | null>(null);
  return made === null ? (
    <PasteForm onDone={setMade} onClose={onClose} />
  ) : (
    <FirstPassphrases made={made} onClose={onClose} />
  );
}

interface PasteFormProps {
  readonly onDone: (made: readonly Made[]) => void;
  readonly onClose: () => void;
}

function PasteForm({ onDone, onClose }: PasteFormProps) {
  const t = useText();
  const { kind } = useSession().workspace;
  const { choices, codesOf } = useUnitNames();
  const units = useRead('units.list', {}).data?.units.filter(({ active }) => active) ?? [];
  const logins = useRead('users.list', {}).data?.users.map(({ login }) => login) ?? [];
  const [only] = units;
  const first = kind === 'unit' && units.length === 1 && only !== undefined ? [only.id] : [];
  const peopleIn = ({ text, unitIds }: { readonly text: string; readonly unitIds: readonly string[] }) =>
    readPeople(text, { kind, units, unitIds: unitIds as readonly UnitId[], logins });
  const [drawn] = useState(() => Array.from({ length: mostAtOnce }, drawPassphrase));
  const withPassphrases = (values: Parameters<typeof peopleIn>[0]) =>
    peopleIn(values).map((person, index) => ({ ...person, passphrase: drawn[index] ?? '' }));
  const { form, sending } = useMethodForm('users.createMany', {
    values: { text: '', unitIds: first },
    toInput: (values) => ({
      people: withPassphrases(values).map(({ displayName, login, roles, unitIds, passphrase }) => ({
        displayName,
        login,
        passphrase,
        roles: [...roles],
        unitIds: [...unitIds],
      })),
    }),
    errors: (found, values) => {
      const [problem] = Object.values(found);
      if (peopleIn(values).some((each) => each.problem !== null)) return { text: t('admin:several.fix') };
      return problem === undefined ? {} : { text: problem };
    },
    onDone: (_, values) => {
      onDone(withPassphrases(values));
    },
  });
  const people = peopleIn(form.values);
  return (
    <FormDialog
      title={t('admin:several.title')}
      size="xl"
      submit={t('admin:several.submit', { count: people.length })}
      {...sending}
      onClose={onClose}
    >
      <Textarea
        label={t('admin:several.list')}
        description={t(kind === 'unit' ? 'admin:several.hintUnits' : 'admin:several.hint')}
        placeholder={t('admin:several.example')}
        data-autofocus
        autosize
        minRows={5}
        maxRows={8}
        spellCheck={false}
        {...form.getInputProps('text')}
      />
      {kind === 'unit' && (
        <MultiSelect
          label={t('codes:heading.units')}
          description={t('admin:several.unitsHint')}
          data={choices}
          searchable
          {...form.getInputProps('unitIds')}
        />
      )}
      {people.length > 0 && (
        <DataTable
          caption={t('admin:several.title')}
          rows={people.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null))}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'line', header: t('admin:several.line'), value: ({ line }) => line, narrow: true },
            { key: 'name', header: t('codes:field.name'), value: ({ displayName }) => displayName },
            { key: 'login', header: t('common:login'), value: ({ login }) => login },
            {
              key: 'roles',
              header: t('admin:users.roles'),
              value: ({ roles }) => roles.map((role) => t(`codes:role.${role}`)).join(', '),
            },
            ...(kind === 'unit'
              ? [
                  {
                    key: 'units',
                    header: t('codes:heading.units'),
                    value: ({ unitIds }: PastedPerson) => codesOf(unitIds),
                  },
                ]
              : []),
            {
              key: 'problem',
              header: t('admin:several.check'),
              value: ({ problem }) => (problem === null ? '' : t(`admin:several.problem.${problem}`)),
            },
          ]}
        />
      )}
    </FormDialog>
  );
}

/** Kept nowhere: who loses one is given another. */
function FirstPassphrases({ made, onClose }: { readonly made: readonly Made[]; readonly onClose: () => void }) {
  const t = useText();
  return (
    <Dialog
      title={t('admin:several.made', { count: made.length })}
      size="lg"
      closeOnClickOutside={false}
      onClose={onClose}
    >
      <Stack gap="md">
        <p className={classes.note}>{t('admin:several.once')}</p>
        <DataTable
          caption={t('admin:users.passphrase')}
          rows={made}
          rowKey={({ login }) => login}
          columns={[
            { key: 'name', header: t('codes:field.name'), value: ({ displayName }) => displayName },
            { key: 'login', header: t('common:login'), value: ({ login }) => login },
            {
              key: 'passphrase',
              header: t('admin:users.passphrase'),
              cell: ({ passphrase }) => <code>{passphrase}</code>,
            },
          ]}
        />
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('common:close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
