import { Button, Group } from '@mantine/core';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { latest } from '../../../lib/latest.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { PanelSection } from '../../../ui/SidePanel.tsx';
import { IdentifierDialog } from '../persons/IdentifierDialog.tsx';
import { PeopleList } from '../persons/PeopleList.tsx';
import { PersonDialog } from '../persons/PersonDialog.tsx';

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
  const dialog = {
    file,
    number: fileNumber(referral),
    onClose: dialogs.close,
  };
  return (
    <PanelSection title={t('common:personsAndIdentifiers')}>
      <PeopleList
        unitId={referral.unitId}
        persons={persons}
        identifiers={identifiers}
        onPerson={(row) => {
          dialogs.open({ kind: 'person', row });
        }}
        onIdentifier={(row) => {
          dialogs.open({ kind: 'identifier', row });
        }}
      />
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
    </PanelSection>
  );
}
