import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { longestAnnualText, type AnnualText } from '#contract/reporting/annual';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { TextPair } from '../written/TextPair.tsx';
import type { PreparedAnnual } from './prepared.ts';

interface AnnualNotesProps {
  readonly prepared: PreparedAnnual;
  readonly kind: 'lesson' | 'unintended';
}

/** The register of lessons, or of results that were not intended: each entry saved on leaving it. */
export function AnnualNotes({ prepared, kind }: AnnualNotesProps) {
  const t = useText();
  const [isAdding, adding] = useDisclosure();
  const own = prepared.texts.filter((each) => each.kind === kind);
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t(`codes:annualReport.${kind}`)}</h2>
      <p className={shared.note}>{t(`returns:annual.notes.${kind}Text`)}</p>
      {own.map((each, index) => (
        <NoteFields key={each.id} prepared={prepared} kind={kind} saved={each} number={index + 1} />
      ))}
      {isAdding && (
        <NoteFields prepared={prepared} kind={kind} saved={null} number={own.length + 1} onSaved={adding.close} />
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          disabled={isAdding}
          onClick={adding.open}
        >
          {t(`returns:annual.notes.${kind}Add`)}
        </Button>
      </div>
    </section>
  );
}

interface NoteFieldsProps extends AnnualNotesProps {
  readonly saved: AnnualText | null;
  readonly number: number;
  readonly onSaved?: () => void;
}

function NoteFields({ prepared, kind, saved, number, onSaved }: NoteFieldsProps) {
  const t = useText();
  const save = useWrite('annual.saveText');
  const remove = useWrite('annual.removeText');
  const { agreement, fiscalYear } = prepared.content;
  const year = { agreementId: agreement.id, fiscalYear };
  return (
    <div>
      <TextPair
        title={t(`returns:annual.notes.${kind}Number`, { number })}
        saved={saved}
        languages={agreement.languages}
        maximum={longestAnnualText}
        rows={2}
        onSave={async (text, version) => {
          const kept = await save.mutateAsync({ ...year, kind, quarter: null, id: saved?.id ?? null, version, text });
          onSaved?.();
          return kept;
        }}
      />
      {remove.error !== null && <FailureAlert failure={remove.error.failure} />}
      {saved !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={remove.isPending}
          onClick={() => {
            remove.mutate({ ...year, id: saved.id, version: saved.version });
          }}
        >
          {t(`returns:annual.notes.${kind}Remove`, { number })}
        </Button>
      )}
    </div>
  );
}
