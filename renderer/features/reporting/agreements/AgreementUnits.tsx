import { ActionIcon, Button, Group, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Unit } from '#contract/accounts/people';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DateField } from '../../../ui/DateField.tsx';
import type { AgreementValues } from './agreementValues.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Agreements.module.css';

interface AgreementUnitsProps {
  readonly form: UseFormReturnType<AgreementValues>;
  readonly units: readonly Unit[];
}

/** Which units the agreement covers, from when to when; each is listed once. */
export function AgreementUnits({ form, units }: AgreementUnitsProps) {
  const t = useText();
  const format = useFormat();
  const isFixed = useSession().agreementIds !== null;
  const rows = form.values.units;
  const free = units.filter((unit) => unit.active && !rows.some((row) => row.unitId === unit.id));
  const codeOf = (id: string) => units.find((unit) => unit.id === id)?.code ?? '';
  const choicesFor = (id: string) =>
    units
      .filter((unit) => unit.id === id || free.includes(unit))
      .map((unit) => ({ value: unit.id, label: `${unit.code} · ${format.bilingual(unit.name)}` }));
  const addRows = (added: readonly Unit[]) => {
    form.setFieldValue('units', [
      ...rows,
      ...added.map((unit) => ({ unitId: unit.id, from: form.values.startsOn, to: '' })),
    ]);
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t('agreements:group.units', { count: rows.length })}</legend>
      <p className={shared.note}>{t(`agreements:units.${isFixed ? 'fixed' : units.length === 0 ? 'none' : 'note'}`)}</p>
      {rows.length > 0 && (
        <table className={classes.units}>
          <thead>
            <tr>
              <th scope="col">{t('agreements:units.unit')}</th>
              <th scope="col">{t('agreements:units.from')}</th>
              <th scope="col">{t('agreements:units.to')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('agreements:units.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.unitId}>
                <td>
                  <Select
                    aria-label={t('agreements:units.unit')}
                    data={choicesFor(row.unitId)}
                    searchable
                    allowDeselect={false}
                    disabled={isFixed}
                    {...form.getInputProps(`units.${String(index)}.unitId`)}
                  />
                </td>
                <td>
                  <DateField
                    aria-label={t('agreements:units.fromOf', { code: codeOf(row.unitId) })}
                    disabled={isFixed}
                    tense="either"
                    {...form.getInputProps(`units.${String(index)}.from`)}
                  />
                </td>
                <td>
                  <DateField
                    aria-label={t('agreements:units.toOf', { code: codeOf(row.unitId) })}
                    disabled={isFixed}
                    tense="either"
                    {...form.getInputProps(`units.${String(index)}.to`)}
                  />
                </td>
                <td>
                  {!isFixed && (
                    <ActionIcon
                      aria-label={t('agreements:units.removeOf', { code: codeOf(row.unitId) })}
                      onClick={() => {
                        form.removeListItem('units', index);
                      }}
                    >
                      <IconX size={16} stroke={1.5} />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isFixed && (
        <Group gap={8} align="stretch" wrap="nowrap">
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={free.length === 0}
            onClick={() => {
              addRows(free.slice(0, 1));
            }}
          >
            {t('agreements:units.add')}
          </Button>
          {free.length > 1 && (
            <Button
              variant="default"
              onClick={() => {
                addRows(free);
              }}
            >
              {t('agreements:units.addAll', { count: free.length })}
            </Button>
          )}
        </Group>
      )}
    </fieldset>
  );
}
