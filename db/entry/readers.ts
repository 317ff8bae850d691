import type { ReaderList } from '../ground/foreign/reader.ts';

/** Every way in which a file of someone else's is read, by its name. None of these modules may open a database or know a key. */
export const readers: ReaderList = {
  table: async () => (await import('../documents/tables/tableReader.ts')).tableReader,
  tip: async () => (await import('../intake/referralDocuments/tipReader.ts')).tipReader,
  'funding table': async () => (await import('../reporting/funding/files/readTable.ts')).fundingReader,
  kit: async () => (await import('../reporting/rollup/kit/kitReader.ts')).kitReader,
  template: async () => (await import('../reporting/returns/templates/inspect.ts')).templateReader,
  fill: async () => (await import('../reporting/returns/templates/fillReader.ts')).fillReader,
  pack: async () => (await import('../reporting/packs/verify.ts')).packTried,
  'return manifest': async () => (await import('../reporting/returns/verify.ts')).returnKind.manifestTried,
  'return document': async () => (await import('../reporting/returns/verify.ts')).returnKind.documentTried,
  'annual manifest': async () => (await import('../reporting/annual/verify.ts')).annualKind.manifestTried,
  'annual document': async () => (await import('../reporting/annual/verify.ts')).annualKind.documentTried,
  framework: async () => (await import('../reporting/frameworks/tried.ts')).frameworkTried,
  reference: async () => (await import('../statistics/estimate/reference/verify.ts')).referenceTried,
  exchange: async () => (await import('../custody/deconfliction/files.ts')).exchangeTried,
  'offence catalogue': async () => (await import('../casework/offences/files.ts')).catalogueTried,
  'offence codes': async () => (await import('../casework/offences/files.ts')).codesTried,
  analyse: async () => (await import('./cli/analyse/table.ts')).analyseTried,
};
