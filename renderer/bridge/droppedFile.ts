import { useMutation } from '@tanstack/react-query';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { call, type CallError } from './bridge.ts';

type ChosenFile = NonNullable<Output<'files.choose'>['file']>;

/** A multiple of three, so that the text of each piece ends where the piece does. */
const pieceSize = 768 * 1024;

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? (reader.result.split(',', 2)[1] ?? '') : '');
    };
    reader.onerror = () => {
      reject(new Error('unreadable'));
    };
    reader.readAsDataURL(piece);
  });
}

/** Hands a dropped file over in pieces. The page never learns its place: it has the content alone, as long as it reads it. */
async function sendFile(file: File): Promise<ChosenFile> {
  const grant = crypto.randomUUID() as FileGrant;
  for (let offset = 0; offset === 0 || offset < file.size; offset += pieceSize) {
    const base64 = await base64Of(file.slice(offset, offset + pieceSize));
    await call('imports.receiveFile', { file: grant, name: file.name, offset, base64 });
  }
  return { grant, name: file.name, bytes: file.size };
}

export function useDroppedFile() {
  return useMutation<ChosenFile, CallError, File>({ mutationFn: sendFile });
}
