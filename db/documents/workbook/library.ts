/** Named one by one, so that the rest of the library (charts, PDF, Word) is left out of the bundle. */
export { Workbook, WorkbookWriter } from '@cj-tech-master/excelts';
