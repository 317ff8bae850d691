import { useState } from 'react';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useRead } from '../../../../bridge/queries.ts';
import { useHasRole } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { latest } from '../../../../lib/latest.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { IdentifierDialog } from '../../persons/IdentifierDialog.tsx';
import { PeopleList } from '../../persons/PeopleList.tsx';
import { PersonDialog } from '../../persons/PersonDialog.tsx';
import { personName } from '../../persons/personWords.ts';
import { useFileParts, type FilePartProps, type FileDetail } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import fileClasses from '../Investigations.module.css';
import { AlikeFiles } from './AlikeFiles.tsx';

const kinds = ['arrests', 'charges', 'devices', 'authorities'] as const;

type Rows = readonly { readonly personId: PersonId | null }[];

/** What of the file names a person: how many arrests, charges, devices and authorities. */
function useLinked({ investigation, arrests, charges }: FileDetail): (person: PersonRow) => readonly string[] {
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

type Open =
  | { readonly kind: 'person'; readonly row: PersonRow }
  | { readonly kind: 'identifier'; readonly row: IdentifierRow };

/** Who the file is about, what identifies each, and the other files that know it. */
export function People({ detail }: FilePartProps) {
  const { investigation } = detail;
  const t = useText();
  const { fileNumber } = useNames();
  const { SealPerson } = useFileParts();
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const readPersons = useRead('persons.list', { file });
  const readIdentifiers = useRead('identifiers.list', { file });
  const [toSeal, setToSeal] = useState<PersonRow | null>(null);
  const maySeal = useHasRole('supervisor', 'administrator');
  const persons = readPersons.data?.persons ?? [];
  const identifiers = readIdentifiers.data?.identifiers ?? [];
  const linkedOf = useLinked(detail);
  const sealed = useRead('seals.inFile', { file }).data?.personIds.length ?? 0;
  const given = { file, number: fileNumber(investigation) };
  const identifierDialog = (close: () => void, row: IdentifierRow | null) => (
    <IdentifierDialog
      {...given}
      persons={persons.filter(({ from }) => from === null)}
      identifier={latest(identifiers, row)}
      onClose={close}
    />
  );
  return (
    <>
      <FileSection
        title={t('common:personsAndIdentifiers')}
        words={t('investigations:add.words.persons')}
        action={t('persons:add')}
        keys="P"
        read={{
          data: readPersons.data && readIdentifiers.data,
          error: readPersons.error ?? readIdentifiers.error,
        }}
        isEmpty={persons.length + identifiers.length + sealed === 0}
        dialog={(close, opened: Open | null) =>
          opened?.kind === 'identifier' ? (
            identifierDialog(close, opened.row)
          ) : (
            <PersonDialog
              {...given}
              person={latest(persons, opened?.row ?? null)}
              onSeal={maySeal ? setToSeal : undefined}
              onClose={close}
            />
          )
        }
      >
        {(open) => (
          <>
            <AlikeFiles investigation={investigation} />
            <PeopleList
              unitId={investigation.unitId}
              persons={persons}
              identifiers={identifiers}
              linkedOf={linkedOf}
              onPerson={(row) => {
                open({ kind: 'person', row });
              }}
              onIdentifier={(row) => {
                open({ kind: 'identifier', row });
              }}
            />
            {sealed > 0 && <p className={fileClasses.none}>{t('records:sealed.persons', { count: sealed })}</p>}
          </>
        )}
      </FileSection>
      <FileSection
        title={t('codes:paperSection.identifiers')}
        words={t('investigations:add.words.identifiers')}
        action={t('persons:identifier.addButton')}
        keys="I"
        isEmpty
        dialog={identifierDialog}
      />
      {toSeal !== null && (
        <SealPerson
          file={file}
          personId={toSeal.id}
          name={personName(toSeal, t)}
          onClose={() => {
            setToSeal(null);
          }}
        />
      )}
    </>
  );
}
