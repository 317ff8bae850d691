// The bill of materials (CycloneDX) and the third-party notices of what ships, into dist/notices; fails where a licence may
// not ship: `npm run sbom`.
import { resolve } from 'node:path';
import { writeNotices } from './sbom/write.mjs';

const { target, count, problems } = writeNotices(resolve(import.meta.dirname, '..'));
process.stdout.write(`${String(count)} components: ${target}\n`);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
