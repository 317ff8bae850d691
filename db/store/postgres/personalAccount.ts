import { deriveKey } from '../../ground/kernel/encryption.ts';
import { serverPassword } from '../keySlots.ts';
import type { ServerAccount } from './server/place.ts';

/** The login role of a person who signed in on a server, until the lock: its password comes from the private half of their key pair. */
export class PersonalAccount {
  readonly userId: string;
  readonly #user: string;
  #privateKey: Buffer;

  constructor(userId: string, user: string, privateKey: Buffer) {
    this.userId = userId;
    this.#user = user;
    this.#privateKey = privateKey;
  }

  get account(): ServerAccount {
    return { user: this.#user, password: serverPassword(this.#privateKey) };
  }

  /** Of what this person types while the server is away. */
  get draftsKey(): Buffer {
    return deriveKey(this.#privateKey, 'vigie drafts at the desk');
  }

  /** With another passphrase: from the next connection on. */
  change(privateKey: Buffer): void {
    this.#privateKey.fill(0);
    this.#privateKey = privateKey;
  }

  forget(): void {
    this.#privateKey.fill(0);
  }
}
