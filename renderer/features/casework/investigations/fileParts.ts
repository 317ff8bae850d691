import { createContext, use, type ComponentType } from 'react';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { PersonRow } from '#contract/casework/persons';
import type { InvestigationId, PaperId } from '#contract/ground/ids';
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
  readonly investigation: InvestigationRow;
  readonly person: PersonRow;
  readonly onClose: () => void;
}

/** What a file's page is made of, handed to it because some of it belongs to rooms above this one. */
export interface FileParts {
  readonly sections: readonly FilePart[];
  readonly SealFile: ComponentType<FileDialogProps>;
  readonly SealPerson: ComponentType<SealPersonProps>;
  readonly DisclosurePage: ComponentType<{ readonly investigationId: InvestigationId; readonly paperId: PaperId }>;
}

export const FilePartsContext = createContext<FileParts | null>(null);

export function useFileParts(): FileParts {
  const parts = use(FilePartsContext);
  if (parts === null) throw new Error('A file is shown inside FilePartsContext.');
  return parts;
}
