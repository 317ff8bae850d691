import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconAt, IconFolders, IconInbox, IconUser } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useRead } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import { useGo } from '../lib/useGo.ts';

const fewestLetters = 2;

interface FoundFiles {
  readonly groups: readonly SpotlightActionGroupData[];
  /** What is listed is of what was typed before. */
  readonly isLooking: boolean;
}

/**
 * The files that hold every word of what is typed in the palette, by kind, as entries that open them.
 * @param isAllowed whether the session may see files at all
 */
export function useFoundFiles(typed: string, isAllowed: boolean): FoundFiles {
  const t = useText();
  const go = useGo();
  const { fileNumber, bareNumber } = useNames();
  const wanted = bareNumber(typed).slice(0, 200);
  const text = useDeferredValue(wanted);
  const enabled = isAllowed && text.length >= fewestLetters;
  const {
    data: found,
    isPending,
    isPlaceholderData,
  } = useRead('search.everywhere', { text }, { enabled, keepPrevious: true });
  const isOfBefore = text !== wanted || isPending || isPlaceholderData;
  const isLooking = isAllowed && wanted.length >= fewestLetters && isOfBefore;
  if (!enabled || found === undefined) return { isLooking, groups: [] };
  // The store has found them, by folded words that the palette's own filter does not know: the query itself lets them pass.
  const open = (path: string) => ({
    keywords: typed,
    onClick: go(path),
  });
  const groups = [
    {
      group: t('codes:paperSection.referrals'),
      // Not its summary, which a list and a panel show on purpose only.
      actions: found.referrals.map(({ id, externalNumber, receivedOn, state, ...file }) => ({
        id: `found ${id}`,
        label: [fileNumber(file), externalNumber ?? []].flat().join(' · '),
        description: [t('shell:found.received', { on: receivedOn }), t(`codes:referralState.${state}`)].join(' · '),
        leftSection: <IconInbox size={16} stroke={1.5} aria-hidden />,
        ...open(`/referrals/${id}`),
      })),
    },
    {
      group: t('shell:group.investigations'),
      actions: found.investigations.map((file) => ({
        id: `found ${file.id}`,
        label: [fileNumber(file), file.title ?? []].flat().join(' · '),
        description: [
          t('shell:found.opened', { on: file.openedOn }),
          file.open ? t(`codes:waitingState.${file.waiting}`) : t('shell:found.concluded'),
          file.waitingOn ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
        leftSection: <IconFolders size={16} stroke={1.5} aria-hidden />,
        ...open(`/investigations/${file.id}`),
      })),
    },
    {
      group: t('codes:paperSection.persons'),
      actions: found.persons.map(({ id, name, role, file, ...named }) => ({
        id: `found ${id}`,
        label: name,
        description: t('shell:found.inFile', { what: t(`codes:personRole.${role}`), number: fileNumber(named) }),
        leftSection: <IconUser size={16} stroke={1.5} aria-hidden />,
        ...open(`/${file.kind}s/${file.id}`),
      })),
    },
    {
      group: t('codes:paperSection.identifiers'),
      actions: found.identifiers.map(({ id, kind, value, file, ...named }) => ({
        id: `found ${id}`,
        label: value,
        description: t('shell:found.inFile', { what: t(`codes:identifierKind.${kind}`), number: fileNumber(named) }),
        leftSection: <IconAt size={16} stroke={1.5} aria-hidden />,
        ...open(`/${file.kind}s/${file.id}`),
      })),
    },
  ];
  return { isLooking, groups };
}
