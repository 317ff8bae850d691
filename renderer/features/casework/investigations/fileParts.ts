import { createContext, use, type ComponentType } from 'react';
import type { CaseFile, InvestigationId, PaperId, PersonId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import type { TextKey } from '../../../i18n/text.ts';
import type { FileDialogProps } from './fileSteps.ts';

export type FileDetail = Output<'investigations.get'>;

/** What every part of a file's page is given. */
export interface FilePartProps {
  readonly detail: FileDetail;
}

export interface FilePart {
  readonly code: string;
  readonly titleKey: TextKey;
  readonly element: ComponentType<FilePartProps>;
}

export interface SealPersonProps {
  readonly file: CaseFile;
  readonly personId: PersonId;
  readonly name: string;
  readonly onClose: () => void;
}

/** What a file's page is made of, handed to it because some of it belongs to rooms above this one. */
export interface FileParts {
  readonly sections: readonly FilePart[];
  readonly SealFile: ComponentType<FileDialogProps>;
  readonly SealPerson: ComponentType<SealPersonProps>;
  readonly DisclosurePage: ComponentType<{ readonly investigationId: InvestigationId; readonly paperId: PaperId }>;
}

/** Whether another unit has the file: its parts add nothing. */
export const ElsewhereContext = createContext(false);

export const FilePartsContext = createContext<FileParts | null>(null);

export function useFileParts(): FileParts {
  const parts = use(FilePartsContext);
  if (parts === null) throw new Error('A file is shown inside FilePartsContext.');
  return parts;
}
