import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pair } from '#contract/reporting/returnTexts';
import type { Failure } from '#contract/ground/errors';
import { CallError } from '../../../../bridge/bridge.ts';
import { refetchTouched } from '../../../../bridge/topics.ts';

export interface SavedText {
  readonly text: Pair;
  readonly version: number;
}

/** Writes the text over the version that was seen, and gives the version it became. */
export type SaveText = (text: Pair, version: number | null) => Promise<{ readonly version: number }>;

interface Draft {
  readonly text: Pair;
  /** The version that was on screen when the writing began. */
  readonly seen: number | null;
}

const blank: Pair = { en: '', fr: '' };

/** Without what the store trims away: else a text that ends in a space would never be the one saved. */
const isSame = (a: Pair, b: Pair): boolean => a.en.trim() === b.en.trim() && a.fr.trim() === b.fr.trim();

/** State of the writing compared with what is saved. */
function standing(draft: Draft | null, saved: SavedText | null) {
  const [held, savedText] = [saved?.version ?? null, saved?.text ?? blank];
  const isDirty = draft !== null && !isSame(draft.text, savedText);
  return { held, savedText, text: draft?.text ?? savedText, isDirty, isOvertaken: isDirty && draft.seen !== held };
}

/**
 * A text that is saved on leaving it. What another saved meanwhile is never written over: it is shown, and the writer chooses which of the
 * two is kept.
 */
export function useSavedText(saved: SavedText | null, save: SaveText) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { held, savedText, text, isDirty, isOvertaken } = standing(draft, saved);

  const send = async (sent: Draft): Promise<void> => {
    setSaving(true);
    setFailure(null);
    try {
      const { version } = await save(sent.text, sent.seen);
      setDraft((now) => (now === null || isSame(now.text, sent.text) ? null : { text: now.text, seen: version }));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.failure.reason === 'version_conflict') await refetchTouched(client, ['returns']);
      else setFailure(error.failure);
    } finally {
      setSaving(false);
    }
  };

  return {
    text,
    isDirty,
    isSaving,
    failure,
    /** What another saved while this was being written; null where nobody did. */
    conflict: isOvertaken && !isSaving ? savedText : null,
    change: (next: Pair) => {
      setDraft({ text: next, seen: draft?.seen ?? held });
    },
    leave: () => {
      if (draft === null || isSaving || isOvertaken) return;
      if (isDirty) void send(draft);
      else setDraft(null);
    },
    takeTheirs: () => {
      setDraft(null);
    },
    keepMine: () => {
      void send({ text, seen: held });
    },
  };
}
