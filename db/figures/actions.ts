import type { FigureFormat } from '#contract/figures';
import { writeFileAtomically } from '../kernel/atomicFile.ts';
import { StoreFailure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/signing.ts';
import type { ActionHandler } from '../store/types.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What could run or fetch something once the file is opened elsewhere: scripts, foreign markup, handlers, and references that leave the file. */
const activeSvg =
  /<(?:script|foreignObject|iframe|image|use|style|animate|set|a)[\s/>]|<[^>]*(?:\son\w+|href)\s*=|<[!?]|url\((?!#)/i;

/** The bytes of the file; refused where they are not of the format that is promised. */
function bytesOf(format: FigureFormat, content: string): Buffer {
  const bytes = Buffer.from(content, format === 'png' ? 'base64' : 'utf8');
  const holds = {
    svg: () => content.startsWith('<svg ') && !activeSvg.test(content),
    png: () => bytes.subarray(0, pngSignature.length).equals(pngSignature),
    csv: () => !content.includes('\0'),
  };
  if (!holds[format]()) throw new StoreFailure('invalid_input');
  return bytes;
}

export const figureActions: { readonly 'figures.save': ActionHandler<'figures.save'> } = {
  'figures.save': async (context, { file, figure, format, content }) => {
    const path = context.path(file);
    const bytes = bytesOf(format, content);
    // Audited first: nothing leaves unrecorded, at worst a record tells of a file that could not be written.
    await context.transact(() =>
      Promise.resolve({
        output: null,
        audit: { facts: { figure, format, bytes: bytes.length, sha256: sha256(bytes) } },
      }),
    );
    writeFileAtomically(path, bytes);
    return {};
  },
};
