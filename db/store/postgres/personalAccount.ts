import { deriveKey } from '../../ground/kernel/encryption.ts';
import { serverPassword, type KeySlot } from '../keySlots.ts';
import type { ServerAccount } from './server/connect.ts';

/** The login role of a person who signed in on a server, until the lock: the private half of their key pair gives its password. */
export class PersonalAccount {
  readonly userId: string;
  readonly #user: string;
  #slot: Partial<KeySlot>;
  #privateKey: Buffer;

  constructor(slot: Pick<KeySlot, 'owner' | 'account'>, user: string, privateKey: Buffer) {
    this.userId = slot.owner;
    this.#slot = slot;
    this.#user = user;
    this.#privateKey = privateKey;
  }

  get account(): ServerAccount {
    return { user: this.#user, password: serverPassword(this.#privateKey, this.#slot) };
  }

  /** Of what this person types while the server is away. */
  get draftsKey(): Buffer {
    return deriveKey(this.#privateKey, 'vigie drafts at the desk');
  }

  /** With another passphrase: from the next connection on. */
  change(privateKey: Buffer): void {
    this.#privateKey.fill(0);
    this.#slot = {};
    this.#privateKey = privateKey;
  }

  forget(): void {
    this.#privateKey.fill(0);
  }
}
