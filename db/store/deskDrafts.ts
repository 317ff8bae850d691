import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { open, seal } from '../ground/kernel/encryption.ts';
import type { PersonalAccount } from './postgres/personalAccount.ts';

/** As the contract of drafts has it, which is looked at again when the server is asked. */
export const deskPlace = z.object({ form: z.string(), subject: z.string(), unitId: z.string().nullable() });
type Place = z.infer<typeof deskPlace>;

/** A draft as it was typed last; without values it was discarded. */
const deskDraft = z.object({
  place: deskPlace,
  values: z.record(z.string(), z.unknown()).nullable(),
  begun: z.unknown(),
  savedAt: z.int(),
});
export type DeskDraft = z.infer<typeof deskDraft>;
const sealed = z.object({ iv: z.string(), data: z.string(), tag: z.string() });
const draftsFile = z.object({ format: z.literal('vigie-drafts'), sealed });

const keyOf = ({ form, subject }: Place): string => `${form} ${subject}`;

/** What a person typed that the server has not confirmed yet: in a file of this computer, under a key of that person's own. */
export class DeskDrafts {
  readonly #path: string;
  readonly #bound: string;
  readonly #own: PersonalAccount;
  readonly #drafts: Map<string, DeskDraft>;

  /** @param seenPath the file next to which the drafts are */
  constructor(seenPath: string, workspaceId: string, own: PersonalAccount) {
    this.#bound = `${workspaceId} ${own.userId}`;
    this.#path = join(dirname(seenPath), `drafts-${workspaceId}-${own.userId}.json`);
    this.#own = own;
    this.#drafts = new Map(this.#read().map((each) => [keyOf(each.place), each]));
    if (this.#drafts.size === 0) this.write();
  }

  get all(): readonly DeskDraft[] {
    return [...this.#drafts.values()];
  }

  at(place: Place): DeskDraft | undefined {
    return this.#drafts.get(keyOf(place));
  }

  put(draft: DeskDraft): void {
    this.#drafts.set(keyOf(draft.place), draft);
    this.write();
  }

  /** Unless it was typed on meanwhile. */
  remove(draft: DeskDraft): void {
    if (this.at(draft.place) !== draft) return;
    this.#drafts.delete(keyOf(draft.place));
    this.write();
  }

  /** Also under a new key of the person. A disk that cannot be written stops nobody's work. */
  write(): void {
    try {
      if (this.#drafts.size === 0) {
        rmSync(this.#path, { force: true });
        return;
      }
      mkdirSync(dirname(this.#path), { recursive: true });
      const plain = Buffer.from(JSON.stringify(this.all));
      const file = { format: 'vigie-drafts', sealed: seal(this.#own.draftsKey, plain, this.#bound) };
      writeFileAtomically(this.#path, JSON.stringify(file));
    } catch {
      // They are in memory until the lock.
    }
  }

  /** Those under a passphrase that somebody else has replaced open with nothing any more. */
  #read(): DeskDraft[] {
    if (!existsSync(this.#path)) return [];
    try {
      const file = draftsFile.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
      const plain = open(this.#own.draftsKey, file.sealed, this.#bound);
      return z.array(deskDraft).parse(JSON.parse(plain.toString()));
    } catch {
      return [];
    }
  }
}
