import { useState } from 'react';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { PersonRow } from '#contract/casework/persons';
import { useRead } from '../../../../bridge/queries.ts';
import { useHasRole } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { IdentifierDialog } from '../../persons/IdentifierDialog.tsx';
import { IdentifierTable } from '../../persons/IdentifierTable.tsx';
import { PersonDialog } from '../../persons/PersonDialog.tsx';
import { personName, PersonTable } from '../../persons/PersonTable.tsx';
import { StrikeDialog, type Struck } from '../../corrections/StrikeDialog.tsx';
import { AlikeFiles } from './AlikeFiles.tsx';
import { useFileParts, type FilePartProps } from '../fileParts.ts';
import fileClasses from '../Investigations.module.css';
import { latest } from '../../../../lib/latest.ts';
import { FileSection } from '../FileSection.tsx';
import { useLinked } from './useLinked.ts';

/** Who the file is about, and what identifies them. */
export function People({ detail }: FilePartProps) {
  const { investigation } = detail;
  const t = useText();
  const names = useNames();
  const { SealPerson } = useFileParts();
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const read = useRead('persons.list', { file });
  const [struck, striking] = useOpened<Struck>();
  const [toSeal, setToSeal] = useState<PersonRow | null>(null);
  const maySeal = useHasRole('supervisor', 'administrator');
  const persons = read.data?.persons ?? [];
  const linkedOf = useLinked(detail);
  const sealed = useRead('seals.inFile', { file }).data?.personIds.length ?? 0;
  return (
    <>
      <FileSection
        title={t('codes:paperSection.persons')}
        action={t('persons:add')}
        keys="P"
        read={read}
        none={persons.length + sealed === 0 && t('persons:none')}
        dialog={(close, row: PersonRow | null) => (
          <PersonDialog
            file={file}
            number={names.fileNumber(investigation)}
            person={latest(persons, row)}
            onClose={close}
          />
        )}
      >
        {(open) => (
          <>
            {persons.length > 0 && (
              <PersonTable
                unitId={investigation.unitId}
                persons={persons}
                linkedOf={linkedOf}
                onChange={open}
                onRemove={(row) => {
                  striking.open({ record: 'person', row, name: personName(row, t) });
                }}
                onSeal={maySeal ? setToSeal : undefined}
              />
            )}
            {sealed > 0 && <p className={fileClasses.none}>{t('records:sealed.persons', { count: sealed })}</p>}
          </>
        )}
      </FileSection>
      {toSeal !== null && (
        <SealPerson
          investigation={investigation}
          person={toSeal}
          onClose={() => {
            setToSeal(null);
          }}
        />
      )}
      {struck !== null && <StrikeDialog file={file} struck={struck} onClose={striking.close} />}
      <Identifiers investigation={investigation} persons={persons} onRemove={striking.open} />
    </>
  );
}

interface IdentifiersProps {
  readonly investigation: InvestigationRow;
  readonly persons: readonly PersonRow[];
  readonly onRemove: (struck: Struck) => void;
}

function Identifiers({ investigation, persons, onRemove }: IdentifiersProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const read = useRead('identifiers.list', { file });
  const identifiers = read.data?.identifiers ?? [];
  return (
    <FileSection
      title={t('codes:paperSection.identifiers')}
      action={t('persons:identifier.addButton')}
      keys="I"
      read={read}
      none={identifiers.length === 0 && t('persons:identifier.none')}
      dialog={(close, row: IdentifierRow | null) => (
        <IdentifierDialog
          file={file}
          number={fileNumber(investigation)}
          persons={persons.filter(({ from }) => from === null)}
          identifier={latest(identifiers, row)}
          onClose={close}
        />
      )}
    >
      {(open) => (
        <>
          <AlikeFiles investigation={investigation} />
          <IdentifierTable
            unitId={investigation.unitId}
            identifiers={identifiers}
            persons={persons}
            onChange={open}
            onRemove={(row) => {
              onRemove({ record: 'identifier', row, name: row.value });
            }}
          />
        </>
      )}
    </FileSection>
  );
}
