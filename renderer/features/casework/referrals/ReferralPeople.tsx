import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { IdentifierDialog } from '../persons/IdentifierDialog.tsx';
import { IdentifierLines, PersonLines } from '../persons/Lines.tsx';
import { PersonDialog } from '../persons/PersonDialog.tsx';
import { RemoveDialog, type Removed } from '../persons/RemoveDialog.tsx';
import { SharingFiles } from '../persons/SharingFiles.tsx';
import { PanelSection } from '../../../ui/SidePanel.tsx';

type Open =
  | { readonly kind: 'person'; readonly row: PersonRow | null }
  | { readonly kind: 'identifier'; readonly row: IdentifierRow | null }
  | null;

/** Whom the tip names and by what; files that share an identifier are told with the reason. */
export function ReferralPeople({ referral }: { readonly referral: ReferralRow }) {
  const t = useText();
  const file: CaseFile = { kind: 'referral', id: referral.id };
  const persons = useRead('persons.list', { file }).data?.persons ?? [];
  const identifiers = useRead('identifiers.list', { file }).data?.identifiers ?? [];
  const [open, setOpen] = useState<Open>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const dialog = {
    file,
    number: referral.number,
    onClose: () => {
      setOpen(null);
    },
  };
  return (
    <PanelSection title={t('common:personsAndIdentifiers')}>
      {persons.length > 0 && (
        <PersonLines
          persons={persons}
          onChange={(row) => {
            setOpen({ kind: 'person', row });
          }}
          onRemove={(row) => {
            setRemoved({ kind: 'person', row });
          }}
        />
      )}
      {identifiers.length > 0 && (
        <>
          <SharingFiles file={file} />
          <IdentifierLines
            identifiers={identifiers}
            onChange={(row) => {
              setOpen({ kind: 'identifier', row });
            }}
            onRemove={(row) => {
              setRemoved({ kind: 'identifier', row });
            }}
          />
        </>
      )}
      <Group gap="xs" mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setOpen({ kind: 'person', row: null });
          }}
        >
          {t('persons:add')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setOpen({ kind: 'identifier', row: null });
          }}
        >
          {t('persons:identifier.addButton')}
        </Button>
      </Group>
      {open?.kind === 'person' && <PersonDialog {...dialog} person={open.row} />}
      {open?.kind === 'identifier' && <IdentifierDialog {...dialog} persons={persons} identifier={open.row} />}
      {removed !== null && (
        <RemoveDialog
          file={file}
          removed={removed}
          onClose={() => {
            setRemoved(null);
          }}
        />
      )}
    </PanelSection>
  );
}
