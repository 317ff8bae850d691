import type { Output } from '#contract/index';

export type FileDetail = Output<'investigations.get'>;

/** What every part of a file's page is given. */
export interface FileSectionProps {
  readonly detail: FileDetail;
}
