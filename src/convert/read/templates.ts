import { Pieces, SHORTEST } from "./pieces.js";

/** What a server writes into the page, and what it only decides there. */
interface Form {
  name: string;
  /** What every one of them has in it: without it, none is looked for. */
  needs?: string;
  sign: RegExp;
  /** What the server writes; otherwise it decides, and leaves no text. */
  isOutput?: (source: string) => boolean;
}

const ALWAYS = () => true;

/**
 * Server templates, in the order in which they are looked for. Each is bounded in length, so that an
 * opening that is never closed costs no more than that.
 */
const FORMS: Form[] = [
  { name: "jsp comment", needs: "--%>", sign: /<%--[\s\S]{0,20000}?--%>/g },
  {
    name: "asp, jsp",
    needs: "%>",
    sign: /<%[\s\S]{0,20000}?%>/g,
    isOutput: (source) => /^<%[=:#-]|response\.write|out\.print/i.test(source),
  },
  {
    name: "php",
    needs: "?>",
    sign: /<\?(?!xml)[\s\S]{0,20000}?\?>/g,
    isOutput: (source) => /^<\?(=|php\s+echo\b|\s*echo\b|php\s+print\b)/i.test(source),
  },
  {
    // Thymeleaf's inlined script: /*[[${no}]]*/ "the value while it is designed"
    name: "thymeleaf script",
    sign: /\/\*\[\[[^\]]{1,2000}\]\]\*\/\s*(?:'[^'\n]*'|"[^"\n]*"|[\w.]+)?|\[[[(][$*#][^\]]{1,2000}[\])]\]/g,
    isOutput: ALWAYS,
  },
  {
    name: "jsp tag as a value",
    sign: /(?<=["'=])<([a-z]{1,10}):\w{1,20}\s[^<>]{0,500}\/>/gi,
    isOutput: ALWAYS,
  },
  {
    name: "jsp tag",
    sign: /<\/?(?:c|fmt|fn|logic|bean|spring|s|jsp|sec):\w{1,20}\b[^<>]{0,500}>/gi,
  },
  { name: "jinja", sign: /\{%[^\n]{0,2000}?%\}|\{#(?=\s)[^\n]{0,2000}?#\}/g },
  {
    name: "smarty",
    sign: /\{\/?(?:if|else|elseif|foreach|literal|include|section)\b[^{}\n]{0,500}\}/g,
  },
  {
    name: "braces",
    sign: /(?<![=$({,]\s{0,3})\{\{[^{}\n][^\n]{0,500}?\}\}/g,
    isOutput: ALWAYS,
  },
  {
    name: "cafe24, smarty",
    sign: /(?<!\s[\w:@.-]{1,30}=)(?<![$\w)>])\{\$[\w.[\]>|:-]{1,200}\}/g,
    isOutput: ALWAYS,
  },
];

/** Razor's `@Model.OrderNo`, in pages that have signs of Razor. */
const RAZOR_PAGE = /@(?:model|using|inject|page|section|Html\.|Url\.|ViewBag\.|Model\.|ViewData\[)/;
const RAZOR: Form = {
  name: "razor",
  sign: /(?<![\w@/."])@(?:\([^()\n]{1,200}\)|(?:Html|Url|ViewBag|Model|ViewData|User|Context|item)\b[\w.]*(?:\[[^\]\n]{1,100}\]|\([^()\n]{0,200}\))?)|(?<=["'=/&])@(?:Html|Url|ViewBag|Model|ViewData|User|Context|item)\b[\w.]*(?:\[[^\]\n]{1,100}\])?/g,
  isOutput: ALWAYS,
};

/** What `maskTemplates` has taken out, for those who read the server's code too. */
export interface Masked {
  /** The text, as long as before: each place is still where it was. */
  text: string;
  /** The server's own code, in its order. */
  server: string[];
}

/** The text with the server's parts as pieces, or as blanks if they write nothing themselves. */
export function maskTemplates(text: string, pieces: Pieces): Masked {
  const server: string[] = [];
  const isRazor = RAZOR_PAGE.test(text);
  let masked = Pieces.clean(text);
  for (const { sign, isOutput, needs = "" } of isRazor ? [...FORMS, RAZOR] : FORMS) {
    if (!masked.includes(needs)) continue;
    masked = masked.replace(sign, (source: string) => {
      if (/^<[%?]/.test(source)) server.push(source);
      if (!isOutput?.(source)) return blank(source);
      return source.length < SHORTEST ? source : pieces.addTemplate(source, source.length);
    });
  }
  return { text: masked, server };
}

/** As many blanks, and the line ends. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/** JSP's EL, Thymeleaf's and JSF's expressions, Ruby's: `${no}`, `#{no}`, `*{no}`. */
const EXPRESSION = /[$#*]\{[^{}]{0,500}\}|\{\{[^{}]{0,500}\}\}/g;

/** In texts (never in a script's own template literals), what a server's expression language fills in. */
export function maskExpressions(text: string, pieces: Pieces): string {
  return text.replace(EXPRESSION, (source) => pieces.addTemplate(source));
}
