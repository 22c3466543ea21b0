import type { Node } from "@babel/types";
import { distance } from "fastest-levenshtein";
import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import { parseScript } from "../../convert/read/script/parse-script.js";
import { listChildren } from "../../convert/read/script/references.js";
import { isField } from "../../options/options.js";
import { addTo } from "../../options/raw-input.js";
import { isInlineScript, keyOf, nameOf, parseInline, readCode } from "./scripts.js";

const NAMES = ["KakaoChat", "KakaoChatDefaults"] as const;
const MEMBERS = ["open", "explain", "start", "stop", "version", "launcher"];
/** Either name, in other capitals, with a stroke or without its last letter. */
const NEARLY = /^kakao_?chats?(?:_?(default)s?)?$/i;

/** Letters that a slip may change: two have changed places in `opne`. */
const CLOSE = 2;

/** A call of `KakaoChat.open()` or `KakaoChat.explain()`, with options or without. */
export interface OptionsCall {
  element: OldElement;
  /** As it is shown: `KakaoChat.open()`. */
  label: string;
  /** The options that are written out, but for those that say nothing. */
  input: Record<string, string>;
  /** Those whose values are made as it runs. */
  later: string[];
  /** A text in place of options; `null` if there is none. */
  text: string | null;
}

/** A name of the page's code that is nearly one of the product's. */
export interface NearName {
  element: OldElement;
  name: string;
  meant: string;
}

/** What a page's own code says to the product by name. */
export interface Calls {
  calls: OptionsCall[];
  nearNames: NearName[];
}

/** Reads the inline scripts and the handlers in attributes that name the product. */
export function readCalls(root: OldElement): Calls {
  const nodes = [...walk(root)].flatMap((element) =>
    listPrograms(element).flatMap((program) =>
      listNodes(program).map((node) => ({ element, node })),
    ),
  );
  // What the page makes itself by such a name is its own.
  const own = new Set(nodes.flatMap(({ node }) => listDeclared(node)));
  return {
    calls: nodes.flatMap(({ element, node }) => readCall(node, element, own)),
    nearNames: nodes.flatMap(({ element, node }) => {
      const near = findNear(node, own);
      return near ? [{ element, ...near }] : [];
    }),
  };
}

/** Its own code that has the product's name in it. */
function listPrograms(element: OldElement): Node[] {
  const isAbout = (code: string) => /kakao_?chat/i.test(code);
  const attributes = [...element.attributes].map(([name, value]) => readCode(name, value));
  return [
    ...(isInlineScript(element) && isAbout(textOf(element)) ? [parseInline(element)] : []),
    ...attributes.filter(isAbout).map((code) => parseScript(code).program),
  ];
}

function listNodes(program: Node): Node[] {
  const nodes: Node[] = [program];
  for (const node of nodes) nodes.push(...listChildren(node));
  return nodes;
}

/** The names that a node declares or gives a value; a settings object is no declaration of its own. */
function listDeclared(node: Node): string[] {
  switch (node.type) {
    case "VariableDeclarator":
    case "AssignmentExpression": {
      const { target, value } = readGiven(node);
      return isSettings(value) ? [] : [nameOfTarget(target)];
    }
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return node.id ? [node.id.name] : [];
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return [node.local.name];
    default:
      return [];
  }
}

type Giving = Extract<Node, { type: "VariableDeclarator" | "AssignmentExpression" }>;

/** What is given a value, and which. */
function readGiven(node: Giving): { target: Node; value: Node | null | undefined } {
  return node.type === "VariableDeclarator"
    ? { target: node.id, value: node.init }
    : { target: node.left, value: node.right };
}

/** `name`, `window.name`; `""` for what is neither. */
function nameOfTarget(node: Node): string {
  if (node.type === "Identifier") return node.name;
  const isOfWindow =
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    /^(?:window|self|top|parent|globalThis)$/.test(node.object.name);
  return isOfWindow ? nameOf(node) : "";
}

/** An object that says something that a chat can be told. */
function isSettings(node: Node | null | undefined): boolean {
  return (
    node?.type === "ObjectExpression" &&
    node.properties.some((property) => isField(keyOf(property)))
  );
}

function readCall(node: Node, element: OldElement, own: ReadonlySet<string>): OptionsCall[] {
  if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return [];
  const { callee } = node;
  const [options] = node.arguments;
  const member = findMember(callee);
  if (!member || own.has("KakaoChat") || member.name !== "KakaoChat") return [];
  if (!/^(?:open|explain)$/.test(member.member)) return [];
  const label = `KakaoChat.${member.member}()`;
  if (!options || isNothing(options)) return [{ element, label, input: {}, later: [], text: null }];
  const said = readText(options);
  if (said !== null) return [{ element, label, input: {}, later: [], text: said }];
  if (options.type !== "ObjectExpression") return [];
  const input: Record<string, string> = {};
  const later: string[] = [];
  for (const property of options.properties) {
    const key = keyOf(property);
    // A spread may say anything.
    if (!key) return [];
    const value = property.type === "ObjectProperty" ? property.value : property;
    const text = readText(value);
    if (text !== null) addTo(input, key, text);
    else if (!isNothing(value)) later.push(key);
  }
  return [{ element, label, input, later, text: null }];
}

/** A value that is written out, as the text that the product makes of it. */
function readText(node: Node): string | null {
  switch (node.type) {
    case "StringLiteral":
      return node.value;
    case "NumericLiteral":
    case "BooleanLiteral":
      return String(node.value);
    case "TemplateLiteral":
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? null) : null;
    default:
      return null;
  }
}

/** `null`, `undefined` and `void 0`, which leave it to the page. */
function isNothing(node: Node): boolean {
  return (
    node.type === "NullLiteral" ||
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}

/** `KakaoChat.open`, `window.KakaoChat?.open`: the global and its member. */
function findMember(node: Node): { name: string; member: string } | null {
  if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return null;
  const name = nameOfTarget(node.object);
  const { property } = node;
  const member = node.computed || property.type !== "Identifier" ? "" : property.name;
  return name && member ? { name, member } : null;
}

function findNear(node: Node, own: ReadonlySet<string>): Omit<NearName, "element"> | null {
  const options = node.type === "CallExpression" ? findMember(node.callee) : null;
  const isGiven = node.type === "CallExpression" && isSettings(node.arguments[0]);
  if (
    options?.name === "KakaoChat" &&
    options.member === "start" &&
    isGiven &&
    !own.has("KakaoChat")
  )
    return { name: "KakaoChat.start({ … })", meant: "KakaoChat.open({ … })" };
  const member = findMember(node);
  if (member && NEARLY.test(member.name) && !/default/i.test(member.name)) {
    if (own.has(member.name)) return null;
    const meant = MEMBERS.find((name) => distance(member.member.toLowerCase(), name) <= CLOSE);
    const isRight = member.name === "KakaoChat" && meant === member.member;
    if (!meant || isRight) return null;
    return { name: `${member.name}.${member.member}`, meant: `KakaoChat.${meant}` };
  }
  if (node.type !== "VariableDeclarator" && node.type !== "AssignmentExpression") return null;
  const { target, value } = readGiven(node);
  const name = isSettings(value) ? nameOfTarget(target) : "";
  const isNear = NEARLY.test(name) && !NAMES.some((each) => each === name);
  return isNear ? { name, meant: "KakaoChatDefaults" } : null;
}
