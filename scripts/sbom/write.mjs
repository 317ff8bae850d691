// Writes what an installation shows of its components.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials, shippedComponents } from './components.mjs';
import { licenceProblems } from './licences.mjs';
import { noticesOf } from './notices.mjs';

/** @param {string} root @returns {{ target: string, count: number, problems: string[] }} */
export function writeNotices(root) {
  const target = join(root, 'dist', 'notices');
  const bill = billOfMaterials(root);
  const components = shippedComponents(bill);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(target, 'THIRD-PARTY-NOTICES.txt'), noticesOf(root, components));
  const problems = licenceProblems(components.filter(({ isExchangeable }) => !isExchangeable));
  return { target, count: components.length, problems };
}
