import { readdirSync, readFileSync } from "node:fs";
import { type AnyNode, type Identifier, type MemberExpression, type Pattern, parse } from "acorn";

/** The scripts of the built add-on, and what each of them says, read from its syntax. */

export interface BuiltScript {
  /** File of dist/. */
  readonly file: string;
  readonly text: string;
}

/** Every script of dist/: a window's stands within its page, an action's is the whole of a page that is shown nobody. */
export function builtScripts(): BuiltScript[] {
  return readdirSync("dist").flatMap((file) => {
    const text = readFileSync(`dist/${file}`, "utf8");
    if (file.endsWith(".js")) return [{ file, text }];
    if (!file.endsWith(".html")) return [];
    return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => ({
      file,
      text: script,
    }));
  });
}

export interface Member {
  /** "SpreadsheetApp" */
  readonly object: string;
  /** "getActive"; undefined where it is worked out only when the script runs. */
  readonly member: string | undefined;
}

export interface Said {
  /** Names that the script uses and declares nowhere: what it takes from its surroundings. */
  readonly taken: ReadonlySet<string>;
  /** What it takes from such a name. */
  readonly members: readonly Member[];
  /** Such names that stand alone, so that they could be passed on. */
  readonly bare: ReadonlySet<string>;
  /** Every member by name, of whatever object. */
  readonly called: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

export function read({ text }: BuiltScript): Said {
  const declared = new Set<string>();
  const used: { readonly name: string; readonly of: AnyNode | undefined }[] = [];
  const members: Member[] = [];
  const called = new Set<string>();
  const kinds = new Set<string>();

  const declare = (pattern: Pattern | null | undefined): void => {
    switch (pattern?.type) {
      case "Identifier":
        declared.add(pattern.name);
        break;
      case "ObjectPattern":
        for (const part of pattern.properties) declare(part.type === "Property" ? part.value : part.argument);
        break;
      case "ArrayPattern":
        for (const part of pattern.elements) declare(part);
        break;
      case "AssignmentPattern":
        declare(pattern.left);
        break;
      case "RestElement":
        declare(pattern.argument);
        break;
    }
  };
  const visit = (node: AnyNode, parent: AnyNode | undefined, place: string): void => {
    kinds.add(node.type);
    if (
      node.type === "VariableDeclarator" ||
      node.type === "ClassDeclaration" ||
      node.type === "ClassExpression"
    ) {
      declare(node.id);
    } else if (node.type === "CatchClause") declare(node.param);
    else if (
      node.type === "FunctionDeclaration" ||
      node.type === "FunctionExpression" ||
      node.type === "ArrowFunctionExpression"
    ) {
      declare(node.id);
      for (const parameter of node.params) declare(parameter);
    }
    if (node.type === "Identifier" && !namesOnly(parent, place)) used.push({ name: node.name, of: parent });
    if (node.type === "MemberExpression") {
      const member = memberOf(node);
      if (member !== undefined) called.add(member);
      if (node.object.type === "Identifier") members.push({ object: node.object.name, member });
    }
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node, key);
    }
  };
  visit(parse(text, { ecmaVersion: 2019, sourceType: "script" }), undefined, "");

  const taken = new Set(used.map(({ name }) => name).filter((name) => !declared.has(name)));
  const alone = used.filter(
    ({ name, of }) =>
      taken.has(name) && !(of?.type === "MemberExpression" && (of.object as Identifier).name === name),
  );
  return {
    taken,
    members: members.filter(({ object }) => taken.has(object)),
    bare: new Set(alone.map(({ name }) => name)),
    called,
    kinds,
  };
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

/** A member's or a property's name is no use of a variable. */
const namesOnly = (parent: AnyNode | undefined, place: string): boolean =>
  (parent?.type === "MemberExpression" && place === "property" && !parent.computed) ||
  (parent?.type === "Property" && place === "key" && !parent.computed && !parent.shorthand) ||
  (parent?.type === "MethodDefinition" && place === "key" && !parent.computed) ||
  parent?.type === "LabeledStatement" ||
  parent?.type === "BreakStatement" ||
  parent?.type === "ContinueStatement";

function memberOf({ computed, property }: MemberExpression): string | undefined {
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}
