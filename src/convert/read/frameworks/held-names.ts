import { walk } from "../markup/element.js";
import type { Run } from "../script/run.js";

/** What makes a ref, of React's, Vue's and lit's. */
const MAKERS = /\b(?:useRef|createRef|useTemplateRef)\b/g;
/** The name that it gets, before that. */
const NAMED = /([\w$]+)\s*(?::[^=;(){}\n]*)?=\s*(?:[\w$]+\.)?$/;
/** So many letters stand between the two at most. */
const LONGEST = 120;
/** `ref={input}`, `ref={this.input}`, `ref={(el) => { this.input = el; }}` */
const IN_JSX =
  /\bref=\$?\{\s*(?:\(?\s*[\w$]+\s*(?::[^)=]{1,80})?\)?\s*=>\s*\{?\s*\(?\s*((?:this\.)?[\w$]+)\s*=[^=>]|((?:this\.)?[\w$]+)\s*\})/g;
/** Members that decorators make: `@query("#memo") memo`, `@Ref() readonly memo` */
const DECORATED =
  /@(?:query\w*|Ref)\([^()]{0,80}\)\s*(?:(?:private|protected|public|readonly|declare|accessor)\s+)*([\w$]+)/g;

/** Whether a module has a variable of that name, which nothing watches. */
function isLet(name: string, source: string): boolean {
  return new RegExp(`^(?:let|var)\\s+${name.replace(/\$/g, "\\$")}\\b`, "m").test(source);
}

/**
 * The names by which a component has its elements, and what it keeps without being rendered anew: they have nothing in
 * them at first, and markup that names them is not made again when that changes.
 */
export function listHeld({ language, root, global }: Run, source: string): Set<string> {
  const held = new Set<string>();
  if (language === "html" || language === "thymeleaf") return held;
  if (language === "jsx" || language === "vue")
    for (const name of global.changing.keys()) if (isLet(name, source)) held.add(name);
  for (const { index } of source.matchAll(MAKERS)) {
    const [, name] = NAMED.exec(source.slice(Math.max(0, index - LONGEST), index)) ?? [];
    if (name) held.add(name).add(`this.${name}`);
  }
  for (const [, given, name = given] of source.matchAll(IN_JSX)) if (name) held.add(name);
  for (const [, name] of source.matchAll(DECORATED)) held.add(`this.${name}`);
  for (const { attributes } of walk(root))
    for (const [name, value] of attributes) {
      if (language === "vue" && name === "ref") held.add(value);
      if (language === "angular" && name.startsWith("#") && value === "") held.add(name.slice(1));
    }
  if (language === "svelte")
    for (const [, name = ""] of source.matchAll(/\bbind:this=\{\s*([\w$]+)\s*\}/g)) held.add(name);
  return held;
}
