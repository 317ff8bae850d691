import type { FileGrant, TemplateId } from '#contract/ground/ids';

/** One workbook that the export is to fill. */
export interface ToFill {
  readonly templateId: TemplateId;
  readonly templateName: string;
  readonly templateFile: FileGrant;
  readonly fileName: string;
}
