import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import ts from "typescript";

/**
 * Every formula pays for the bytes of the bundle, and a call needs no help text: the stubs carry it for the
 * autocomplete box. So the texts of catalogue entries are left out of the bundle, the maths and the parameters stay.
 */

const TEXTS = new Set(["summary", "formula", "result", "notes", "source", "synonyms", "examples"]);

export const leanCatalogue: Plugin = {
  name: "lean-catalogue",
  setup(build) {
    build.onLoad({ filter: /[\\/]functions[\\/]families[\\/]\w+\.ts$/ }, ({ path }) => ({
      contents: withoutTexts(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
};

export function withoutTexts(source: string): string {
  const file = ts.createSourceFile("family.ts", source, ts.ScriptTarget.ES2022, true);
  const constructors = namesFrom(file, "definition.js");
  const parameters = namesFrom(file, "parameters.js");

  const lean: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const callee = node.expression.text;
        const [first, second, ...rest] = node.arguments;
        if (constructors.has(callee) && first && ts.isObjectLiteralExpression(first)) {
          const kept = first.properties.filter(
            ({ name }) => !(name && ts.isIdentifier(name) && TEXTS.has(name.text)),
          );
          const entry = ts.factory.createObjectLiteralExpression(kept);
          const call = ts.factory.updateCallExpression(node, node.expression, undefined, [entry]);
          return ts.visitEachChild(call, visit, context);
        }
        // The second argument of every parameter is its help.
        if (parameters.has(callee) && first && second && ts.isStringLiteralLike(first)) {
          const call = ts.factory.updateCallExpression(node, node.expression, node.typeArguments, [
            first,
            ts.factory.createStringLiteral(""),
            ...rest,
          ]);
          return ts.visitEachChild(call, visit, context);
        }
      }
      return ts.visitEachChild(node, visit, context);
    };
    return (root) => ts.visitEachChild(root, visit, context);
  };

  const { transformed } = ts.transform(file, [lean]);
  return ts.createPrinter().printFile(transformed[0] as ts.SourceFile);
}

/** What a file imports from the module with this file name. */
function namesFrom(file: ts.SourceFile, module: string): Set<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (!statement.moduleSpecifier.text.endsWith(`/${module}`)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings))
      for (const { name } of bindings.elements) names.add(name.text);
  }
  return names;
}
