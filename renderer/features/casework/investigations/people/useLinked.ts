import type { PersonRow } from '#contract/casework/persons';
import type { PersonId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import type { FileDetail } from '../fileParts.ts';

const kinds = ['arrests', 'charges', 'devices', 'authorities'] as const;

type Rows = readonly { readonly personId: PersonId | null }[];

/** What of the file names a person: how many arrests, charges, devices and authorities. */
export function useLinked({ investigation, arrests, charges }: FileDetail): (person: PersonRow) => readonly string[] {
  const t = useText();
  const investigationId = investigation.id;
  const devices = useRead('devices.list', { investigationId }).data?.devices ?? [];
  const authorities = useRead('authorities.list', { investigationId }).data?.authorities ?? [];
  const rows: Readonly<Record<(typeof kinds)[number], Rows>> = { arrests, charges, devices, authorities };
  return ({ id }) =>
    kinds.flatMap((kind) => {
      const count = rows[kind].filter((row) => row.personId === id).length;
      return count === 0 ? [] : [t(`persons:linked.${kind}`, { count })];
    });
}
