import jsTokens from "js-tokens";

/** Comments, texts in quotes, heredocs, and the arrows between them. */
const PARTS =
  /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|(#[^\n]*)|'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|<<<[ \t]*(["']?)(\w+)\5[ \t]*\r?\n([\s\S]*?)\r?\n?[ \t]*\6\b|(->|::|\?->)|\[([a-z_]\w*)\]/gi;

const MODIFIERS = String.raw`(?:\b(?:public|private|protected|static|final|abstract|readonly|var)\s+)+`;
const TYPE = String.raw`\??[A-Za-z_\\][\w\\|]*`;

/** PHP's classes as a script's: without modifiers and types, `$this->id` as `this.id`, `__construct` as `constructor`. */
export function toScriptClasses(code: string): string {
  if (!/\bclass\s+\w+[^;{]{0,200}\{/.test(code)) return code;
  return code
    .replace(/^[ \t]*(?:namespace|use)\s[^;{]*;/gm, "")
    .replace(/\b(?:abstract|final)\s+(?=class\b)/g, "")
    .replace(/(\bclass\s+\w+)\s+(?:extends|implements)\b[^;{]*(?=\{)/g, "$1 ")
    .replace(new RegExp(`${MODIFIERS}function\\s+`, "g"), "")
    .replace(new RegExp(`${MODIFIERS}(?:${TYPE}\\s+)?\\$(\\w+)`, "g"), "$1")
    .replace(/\b(?:(?:public|private|protected|final)\s+)*const\s+(?=[A-Z_]\w*\s*=)/g, "")
    .replace(new RegExp(`([(,]\\s*)${TYPE}\\s+(?=&?\\$\\w)`, "g"), "$1")
    .replace(new RegExp(`\\)\\s*:\\s*${TYPE}(?=\\s*\\{)`, "g"), ")")
    .replace(/\b(?:self|static)::\$?/g, "this->")
    .replace(/\$this\b/g, "this")
    .replace(/\b__construct\b/g, "constructor");
}

/** PHP's texts as a script's: what stands within double quotes and heredocs becomes `${...}`. */
export function toScriptTexts(code: string): string {
  return code.replace(
    PARTS,
    (all, comment, note, single, double, quote, heredoc, body, arrow, key) => {
      if (comment !== undefined) return all;
      if (note !== undefined) return "";
      if (single !== undefined) return JSON.stringify(single.replace(/\\(['\\])/g, "$1"));
      if (double !== undefined) return interpolate(readEscapes(double));
      if (heredoc !== undefined)
        return quote === "'" ? JSON.stringify(body) : interpolate(readEscapes(body));
      // A plain dot joins texts.
      if (arrow !== undefined) return arrow === "::" ? STATIC : "?.";
      return key === undefined ? all : `["${key}"]`;
    },
  );
}

/** `Shop::NAME` is a member of the class. */
const STATIC = "?.__static?.";

function readEscapes(text: string): string {
  return text.replace(/\\([nrt"\\])/g, (_, letter: string) => UNESCAPED[letter] ?? letter);
}

const UNESCAPED: Record<string, string> = { n: "\n", r: "\r", t: "\t" };
/** `{$order->no}`, `$order[no]`, `$order->no`, `$no`; never `\$no`. */
const FILLED = /\\(\$)|\{(\$[^{}]*)\}|(\$[a-z_]\w*(?:\[[^\]\n]*\]|->\w+)?)/gi;

function interpolate(text: string): string {
  if (!text.includes("$")) return JSON.stringify(text);
  let written = "`";
  let end = 0;
  const put = (part: string) => {
    written += part.replace(/[`\\]|\$(?=\{)/g, "\\$&");
  };
  for (const found of text.matchAll(FILLED)) {
    const [all, dollar, braced, bare] = found;
    put(text.slice(end, found.index));
    if (dollar) put("$");
    else {
      const code = (braced ?? bare ?? "").replace(/\?->|->/g, "?.");
      written += `\${${code.replace(/\[([a-z_]\w*)\]/gi, '["$1"]')}}`;
    }
    end = found.index + all.length;
  }
  put(text.slice(end));
  return `${written}\``;
}

/** What a script's expression was in PHP: `.` between texts, `->` before members, `array(...)`. */
export function toPhp(code: string): string {
  return writeArrays(code).replace(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`((?:[^`\\]|\\.)*)`|\s*\+\s*|\?\.__static\?\.|\??\.(?=[a-z_])/gi,
    (all, filled: string | undefined, at: number, whole: string) => {
      if (/^["']/.test(all)) return all;
      if (filled !== undefined)
        return `"${filled.replace(/"/g, '\\"').replace(/\$\{(\$[^{}]*)\}/g, (_, one: string) => `{${toPhp(one)}}`)}"`;
      if (all === STATIC) return "::";
      if (!/^\??\.$/.test(all)) return " . ";
      return /[\w\])]/.test(whole.charAt(at - 1)) ? "->" : all;
    },
  );
}

/** `{ "a": 1 }` as `array("a" => 1)` */
function writeArrays(code: string): string {
  if (!code.includes("{")) return code;
  /** For each open bracket: whether it is an object's, and the `?` that wait for their `:`. */
  const open: { isObject: boolean; asked: number }[] = [];
  return [...jsTokens(code)]
    .map(({ type, value }) => {
      const inner = open.at(-1);
      if (type !== "Punctuator") return value;
      if (/^[{[(]$/.test(value)) {
        open.push({ isObject: value === "{", asked: 0 });
        return value === "{" ? "array(" : value;
      }
      if (/^[}\])]$/.test(value)) return open.pop()?.isObject ? ")" : value;
      if (value === "?" && inner) inner.asked++;
      if (value !== ":" || !inner?.isObject) return value;
      if (inner.asked === 0) return " =>";
      inner.asked--;
      return ":";
    })
    .join("");
}

/** PHP's arrays as a script has them: `array("a" => 1)` and `["a" => 1]` are `{ "a": 1 }`. */
export class PhpArrays {
  /** Where the open brackets stand; -1 for one that is no array's. */
  readonly #open: number[] = [];

  constructor(readonly words: string[]) {}

  /** Writes a bracket or an arrow. @returns whether the word was one */
  write(word: string): boolean {
    const { words } = this;
    if (word === "[" || word === "(") {
      const isCall = word === "(" && !/^array$/i.test(words.at(-1) ?? "");
      if (word === "(" && !isCall) words.pop();
      const isMember = word === "[" && /[\w\])]$/.test(words.at(-1) ?? "");
      this.#open.push(isCall || isMember ? -1 : words.length);
      words.push(isCall ? "(" : "[");
    } else if (word === "]" || word === ")") {
      const start = this.#open.pop() ?? -1;
      words.push(start < 0 ? word : words[start] === "{" ? "}" : "]");
    } else if (word === "=>" && (this.#open.at(-1) ?? -1) >= 0) {
      words[this.#open.at(-1) ?? 0] = "{";
      words.push(":");
    } else return false;
    return true;
  }
}
