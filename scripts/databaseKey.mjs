// Opens a person's own slot of keys.json with their passphrase and prints the line that gives `sqlcipher` the key: docs/audit.md says when.
// node scripts/databaseKey.mjs <workspace folder> <login> < file with the passphrase
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  pbkdf2Sync,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.', login = ''] = process.argv.slice(2);
const bytes = (text) => Buffer.from(text, 'base64');

function open(key, { iv, data, tag }, bound) {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv)).setAAD(Buffer.from(bound)).setAuthTag(bytes(tag));
  return Buffer.concat([decipher.update(bytes(data)), decipher.final()]);
}

const { slots } = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'));
const hashOf = (salt) => createHmac('sha256', bytes(salt)).update(login.trim().toLowerCase()).digest('base64');
const slot = slots.find(({ owner, salt, loginHash }) => owner !== 'recovery' && loginHash === hashOf(salt));
if (!slot) throw new Error('keys.json has no such login');
const passphrase = readFileSync(0, 'utf8')
  .replace(/\r?\n$/, '')
  .normalize('NFKC');
const derived = pbkdf2Sync(passphrase, bytes(slot.salt), slot.iterations, 32, 'sha512');
const privateKey = createPrivateKey({ key: open(derived, slot.privateKey, slot.owner), format: 'der', type: 'pkcs8' });
for (const wrapped of slot.databaseKeys) {
  const publicKey = createPublicKey({ key: bytes(wrapped.ephemeral), format: 'der', type: 'spki' });
  const secret = diffieHellman({ privateKey, publicKey });
  const key = Buffer.from(hkdfSync('sha256', secret, bytes(wrapped.ephemeral), 'vigie database key', 32));
  console.log(`PRAGMA key = "x'${open(key, wrapped, `generation ${wrapped.generation}`).toString('hex')}'";`);
}
