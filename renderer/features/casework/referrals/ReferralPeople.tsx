import { Button, Group } from '@mantine/core';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { IdentifierDialog } from '../persons/IdentifierDialog.tsx';
import { IdentifierLines, PersonLines } from '../persons/Lines.tsx';
import { personName } from '../persons/PersonTable.tsx';
import { PersonDialog } from '../persons/PersonDialog.tsx';
import { StrikeDialog, type Struck } from '../corrections/StrikeDialog.tsx';
import { latest } from '../../../lib/latest.ts';
import { PanelSection } from '../../../ui/SidePanel.tsx';

type Open =
  | { readonly kind: 'person'; readonly row: PersonRow | null }
  | { readonly kind: 'identifier'; readonly row: IdentifierRow | null };

/** Whom the tip names and by what; files that share an identifier are shown with the reason. */
export function ReferralPeople({ referral }: { readonly referral: ReferralRow }) {
  const t = useText();
  const { fileNumber } = useNames();
  const file: CaseFile = { kind: 'referral', id: referral.id };
  const persons = useRead('persons.list', { file }).data?.persons ?? [];
  const identifiers = useRead('identifiers.list', { file }).data?.identifiers ?? [];
  const [open, dialogs] = useOpened<Open>();
  const [struck, striking] = useOpened<Struck>();
  const dialog = {
    file,
    number: fileNumber(referral),
    onClose: dialogs.close,
  };
  return (
    <PanelSection title={t('common:personsAndIdentifiers')}>
      {persons.length > 0 && (
        <PersonLines
          persons={persons}
          onChange={(row) => {
            dialogs.open({ kind: 'person', row });
          }}
          onRemove={(row) => {
            striking.open({ record: 'person', row, name: personName(row, t) });
          }}
        />
      )}
      {identifiers.length > 0 && (
        <IdentifierLines
          identifiers={identifiers}
          onChange={(row) => {
            dialogs.open({ kind: 'identifier', row });
          }}
          onRemove={(row) => {
            striking.open({ record: 'identifier', row, name: row.value });
          }}
        />
      )}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={dialogs.opener({ kind: 'person', row: null })}>
          {t('persons:add')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={dialogs.opener({ kind: 'identifier', row: null })}>
          {t('persons:identifier.addButton')}
        </Button>
      </Group>
      {open?.kind === 'person' && <PersonDialog {...dialog} person={latest(persons, open.row)} />}
      {open?.kind === 'identifier' && (
        <IdentifierDialog {...dialog} persons={persons} identifier={latest(identifiers, open.row)} />
      )}
      {struck !== null && <StrikeDialog file={file} struck={struck} onClose={striking.close} />}
    </PanelSection>
  );
}
