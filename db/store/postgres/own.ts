import { serverPassword } from '../keySlots.ts';
import type { ServerAccount } from './server/place.ts';

/** What a person who signed in on a server has there, until the lock: their account, by the private half of their pair. */
export class Own {
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

  /** With another passphrase: from the next connection on. */
  change(privateKey: Buffer): void {
    this.#privateKey.fill(0);
    this.#privateKey = privateKey;
  }

  forget(): void {
    this.#privateKey.fill(0);
  }
}
