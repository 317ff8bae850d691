// Before the packager: what ships is listed as it is now, and nothing ships under a licence that forbids it.
import { resolve } from 'node:path';
import { writeNotices } from '../sbom/write.mjs';

export default function beforePack() {
  const { problems } = writeNotices(resolve(import.meta.dirname, '../..'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
