import ts from 'typescript';

/**
 * What `tsc` says of a file and of its project: to lint a project is to read all its types, and reading them once more takes a minute.
 * @type {import('eslint').Rule.RuleModule}
 */
export const typesRule = {
  meta: { type: 'problem', docs: { description: 'what the compiler says' } },
  create: (context) => ({
    Program() {
      const { program } = context.sourceCode.parserServices;
      const file = program.getSourceFile(context.filename);
      const found = [
        ...program.getConfigFileParsingDiagnostics(),
        ...program.getOptionsDiagnostics(),
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ];
      for (const { start, code, messageText } of found) {
        const { line, character } = file.getLineAndCharacterOfPosition(start ?? 0);
        const message = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
        context.report({ loc: { line: line + 1, column: character }, message });
      }
    },
  }),
};
