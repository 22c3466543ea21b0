import { IN_TAG } from "./freemarker.js";
import { PREFIXES, STRUTS_OTHER, TEXTUAL } from "./tag-libraries.js";

/** What a server writes into the page, and what it only decides there. */
export interface Form {
  name: string;
  /** What every one of them has in it: without it, none is looked for. */
  needs?: string;
  sign: RegExp;
  /** What has to stand before it. */
  after?: RegExp;
  /** What must not stand before it. */
  notAfter?: RegExp;
  /** What the server writes; otherwise it decides, and leaves no text. */
  isOutput?: (source: string) => boolean;
}

const ALWAYS = () => true;

/** What begins one of Blade's branches, behind its `@`. */
export const BLADE_BRANCHES = "if|unless|isset|empty|auth|guest|can|cannot|production|foreach|for";

/** `href="...?extra=${("no:" + no)?url}"`: the quotes in it do not end the attribute. Not within a script's own literal. */
const QUOTED_EXPRESSION = {
  sign: /[$#*]\{[^{}"\n]{0,200}"[^{}`\n]{0,400}\}/g,
  after: /\s(?:href|action|value|data-[\w-]{1,40})="[^"`<>\n]{0,500}$/,
  isOutput: ALWAYS,
};

const MAKESHOP = /<!--\/[\w가-힣@()]{1,60}\/-->/g;

/** `<!--#echo var="QUERY_STRING" -->`: those that write a value. */
const INCLUDES = /<!--#(?:echo|fsize|flastmod|exec|printenv)\b[^<>]{0,300}?-->/g;

/** Comments that a server puts values in the place of. */
export const FILLED_COMMENT = new RegExp(`${MAKESHOP.source}|${INCLUDES.source}`, "g");

/**
 * Server templates, in the order in which they are looked for. Each is bounded in length, so that an
 * opening that is never closed costs no more than that.
 */
export const FORMS: readonly Form[] = [
  { name: "freemarker comment", needs: "-->", sign: /<#--[\s\S]{0,20000}?-->/g },
  { name: "smarty comment", needs: "*}", sign: /\{\*(?=[\s*])[\s\S]{0,2000}?\*\}/g },
  { name: "freemarker", needs: "<#", ...QUOTED_EXPRESSION },
  { name: "jsp", needs: "<%@", ...QUOTED_EXPRESSION },
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
    sign: /\/\*\[\[[^\]]{1,2000}\]\]\*\/\s*(?:'[^'\n]*'|"[^"\n]*"|\[[^[\]\n]*\]|\{[^{}\n]*\}|new \w+\([^()\n]*\)|-?[\w.]+(?:\(\))?)?|\[[[(][$*#@~]\{[^\]]{1,2000}[\])]\]/g,
    isOutput: ALWAYS,
  },
  {
    name: "thymeleaf script",
    needs: "[# th:",
    sign: /\[#\s+th:u?text="[^"\n]{1,500}"\s*\/\]/g,
    isOutput: ALWAYS,
  },
  {
    // Not in a text: what a text has, an attribute gets, and there it says nothing.
    name: "thymeleaf script",
    needs: "[# th:",
    sign: TEXTUAL,
    notAfter: /[=+(,:?[]\s*(?:"[^"\n]*|'[^'\n]*)$/,
  },
  {
    name: "jsp tag as a value",
    sign: /<[a-z]{1,10}:\w{1,20}\s[^<>]{0,500}\/>/gi,
    after: /["'=]$/,
    isOutput: ALWAYS,
  },
  {
    name: "jsp tag",
    sign: new RegExp(
      String.raw`(?:${STRUTS_OTHER}|<\/?(?:${PREFIXES}):(?!form\b)\w{1,20}\b)(?:"[^"]{0,500}"|'[^']{0,500}'|[^<>"']){0,500}>`,
      "gi",
    ),
  },
  {
    name: "makeshop",
    needs: "/-->",
    sign: MAKESHOP,
    isOutput: (source) => !/^<!--\/(?:if|else|end|loop)/i.test(source),
  },
  { name: "server side includes", needs: "<!--#", sign: INCLUDES, isOutput: ALWAYS },
  { name: "godomall block", needs: "<!--{", sign: /<!--\{\s*[?:/@#][^{}\n]{0,300}\}-->/g },
  { name: "godomall", needs: "{=", sign: /\{=[\w.:>()[\]'"-]{1,100}\}/g, isOutput: ALWAYS },
  { name: "handlebars", sign: /\{\{(?:[#/^>!]|\s*else\b)[^{}\n]{0,500}\}\}/g },
  {
    name: "rhymix block",
    needs: "<!--@",
    sign: /<!--@(?:if|elseif|else|end|foreach|for|while)\b[^\n]{0,500}?-->/g,
  },
  { name: "blade", needs: "@endphp", sign: /@php\b[\s\S]{0,20000}?@endphp/g },
  { name: "blade", needs: "@props(", sign: /@props\((?:[^()]|\([^()]*\)){0,2000}\)/g },
  {
    name: "blade",
    needs: "@end",
    sign: new RegExp(
      String.raw`@(?:(?:end)?(?:${BLADE_BRANCHES}|section|push)|elseif|else|csrf|method)\b(?:\s?\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\)){0,300}\))?`,
      "g",
    ),
  },
  {
    name: "blade",
    needs: "@js",
    sign: /@js(?:on)?\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\)){0,300}\)/g,
    isOutput: ALWAYS,
  },
  {
    // `@class(['btn', 'is-off' => $off])`: the arrow in it does not end the tag.
    name: "blade attribute",
    needs: "@",
    sign: /@(?:class|style|checked|selected|disabled|readonly|required)\((?:[^()]|\((?:[^()]|\([^()]{0,300}\)){0,300}\)){0,500}\)/g,
    after: /\s$/,
    isOutput: ALWAYS,
  },
  { name: "blade", needs: "@lang(", sign: /@lang\([^()\n]{1,200}\)/g, isOutput: ALWAYS },
  { name: "blade", needs: "!!}", sign: /\{!![^\n]{1,500}?!!\}/g, isOutput: ALWAYS },
  {
    name: "freemarker",
    sign: new RegExp(String.raw`<\/?[#@][a-z][\w.]{0,30}\b${IN_TAG}>`, "g"),
  },
  { name: "jinja", sign: /\{%[^\n]{0,2000}?%\}|\{#(?=\s)[^\n]{0,2000}?#\}/g },
  {
    // Not a script's own `{if(a)return b}`.
    name: "smarty",
    sign: /\{\/?(?:(?:if|elseif)\b(?!\s*\((?![^{}\n]{0,500}\$[a-z_]))|(?:else|foreach|literal|include|section|assign(?=\s+\w+=))\b)[^{};\n]{0,500}\}/gi,
  },
  {
    // In an address: a parameter of a query has no object. Quotes within do not end the attribute.
    name: "braces in a query",
    needs: "={{",
    sign: /\{\{(?!\{)[^\n]{1,500}?\}\}/g,
    after: /[?&;][\w.-]{1,40}=$/,
    isOutput: ALWAYS,
  },
  {
    // `var CHANNEL = {{ channel | tojson }};`: a script has no block within a block there.
    name: "braces in a script",
    needs: "{{",
    sign: /\{\{(?!\{)[^\n]{1,500}?\}\}/g,
    after: /\b(?:var|let|const)\s{1,9}[\w$]{1,60}\s{0,9}=\s{0,9}$/,
    isOutput: ALWAYS,
  },
  {
    name: "braces in a script",
    needs: "{{",
    sign: /\{\{(?!\{)[^\n]{1,500}?\}\}(?=\s{0,9};)/g,
    after: /[\w$\]]\s{0,9}=\s{0,9}$/,
    isOutput: ALWAYS,
  },
  {
    name: "braces",
    sign: /\{\{[^{}\n][^\n]{0,500}?\}\}/g,
    notAfter: /[=${]\s{0,3}$/,
    // Go's templates decide in the same braces.
    isOutput: (source) => !/^\{\{-?\s*(?:(?:if|with|range)\s|(?:else|end)\b)/.test(source),
  },
  {
    name: "rhymix",
    needs: "urlencode(",
    sign: /\{(?:raw)?urlencode\(\$[^{}\n]{1,200}\)\}/g,
    notAfter: /[$\w)>]$/,
    isOutput: ALWAYS,
  },
  {
    name: "cafe24, smarty",
    sign: /\{\$[\w.>:-]{1,100}(?:\[[^\]\n]{0,100}\][\w.>:-]{0,100}){0,9}(?:\|[^{}\n]{0,200})?\}/g,
    notAfter: /\s[\w:@.-]{1,30}=$|[$)>]$|\b(?:else|do|try|finally)$/,
    isOutput: ALWAYS,
  },
];
