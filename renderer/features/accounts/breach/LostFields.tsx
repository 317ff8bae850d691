import { useState } from 'react';
import { lostThing, type LostThing } from '#contract/accounts/breach';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { useActWords } from '../audit/useActWords.ts';

type Kind = LostThing['kind'];
const kinds: readonly Kind[] = ['computer', 'backup', 'export'];

/** What can be chosen of a kind, the latest first. */
function useLostThings(kind: Kind): readonly { readonly label: string; readonly lost: LostThing }[] {
  const t = useText();
  const format = useFormat();
  const wordsOf = useActWords();
  const backups = useRead('backups.list', {}, { enabled: kind === 'backup' }).data?.backups ?? [];
  const filter = { kind: 'exported', outcome: 'done' } as const;
  const exports = useRead('audit.list', { filter, size: 100 }, { enabled: kind === 'export' }).data?.rows ?? [];
  if (kind === 'backup')
    return backups.map(({ name, place, madeAt, reason }) => ({
      label: [format.instant(madeAt), t(`common:backupReason.${reason}`), t(`admin:backups.placeOf.${place}`)].join(
        ', ',
      ),
      lost: { kind, name, place },
    }));
  if (kind === 'export')
    return exports
      .filter(({ begun }) => begun === null)
      .map((row) => ({
        label: `${format.instant(row.at)}, ${wordsOf(row).act}`,
        lost: { kind, entry: row.sequence },
      }));
  return [];
}

interface LostFieldsProps {
  readonly first: Kind;
  /** Null while the kind is chosen and the thing is not. */
  readonly onLost: (lost: LostThing | null) => void;
}

/** Which of the things that can be lost: this computer, one of its backups, or one of the latest exports. */
export function LostFields({ first, onLost }: LostFieldsProps) {
  const t = useText();
  // A desk of a server has neither a file of the unit nor a backup.
  const offered = first === 'export' ? [first] : kinds;
  const [kind, setKind] = useState<Kind>(first);
  const [chosen, setChosen] = useState('');
  const things = useLostThings(kind);
  return (
    <>
      <Choice
        w={240}
        label={t('admin:breach.kind')}
        options={offered.map((each) => ({ value: each, label: t(`codes:lostThing.${each}`) }))}
        value={kind}
        onChange={(next) => {
          const found = offered.find((each) => each === next) ?? first;
          setKind(found);
          setChosen('');
          onLost(found === 'computer' ? { kind: found } : null);
        }}
      />
      {kind !== 'computer' && (
        <Choice
          w={440}
          label={t('admin:breach.which')}
          empty={
            things.length > 0
              ? t('admin:breach.choose')
              : t(kind === 'backup' ? 'admin:breach.noneOfBackup' : 'admin:breach.noneOfExport')
          }
          options={things.map(({ label, lost }) => ({ value: JSON.stringify(lost), label }))}
          value={chosen}
          onChange={(next) => {
            setChosen(next);
            onLost(next === '' ? null : lostThing.parse(JSON.parse(next)));
          }}
        />
      )}
    </>
  );
}
