import type { Node } from "@babel/types";
import { parseScript } from "./script/parse-script.js";
import { listChildren } from "./script/references.js";
import type { Language } from "./script/run.js";

/** How what was pasted is read. */
export interface Kind {
  /** `markup` by an HTML parser, `script` by a JavaScript parser, `address` as a link. */
  reader: "markup" | "script" | "address";
  language: Language;
}

const ADDRESS = /^(?:https?:)?\/\/[^\s<>"'`]+$/i;
const SVELTE =
  /\son:?\w+(?:\|\w+)*=\{|(?:^|[^{])\{(?:#(?:if|each|await)|@(?:html|const))\b|\$props\(|\$state\(|(?:^|\n)\s*\$:\s|\s\{(?:href|action|on[a-z]+)\}|\s(?:class|bind):[\w-]+=\{|\bexport let |\s(?:href|class|value|action)=\{(?!\{)/;
const VUE =
  /\s(?:@|v-on:)(?:click|submit)[\w.]*\s*=(?!\$\{)|\s(?:v-bind:|:)(?:href|to|action|value|class|key)\s*=|\sv-(?:if|for|show|else|model)\b|<template[\s>]/;
const ANGULAR =
  /\s\((?:click|submit|ngSubmit)\)\s*=|\s\[(?:attr\.)?(?:href|action|routerLink)\]\s*=/;
const JSX = /\sclassName=|\s\w+=\{\s*<[A-Z]|\son[A-Z]\w+=\{|\s(?:href|style|to|action)=\{|^\s*<>/;

const HAS_CODE =
  /(?:^|[;{}\s])(?:function|const|let|var|import|export|class|return|async|if)\b|=>|\)\s*;|^\s*[$\w.]+\(|@(?:Component|Injectable)\b/m;

/** What kind of code it is. @param text with its templates already taken out */
export function findKind(text: string): Kind {
  const trimmed = text.trim();
  if (ADDRESS.test(trimmed)) return { reader: "address", language: "html" };
  // Svelte's markup can begin with what decides.
  const isMarkup = /^[\s\ua840-\ua877]*(?:\{[#@][^{}]{0,500}\}\s*)?<(?:[a-z!/?]|>)/i.test(text);
  if (isMarkup) return { ...findMarkup(text) };
  // Directives of a server's, or a sentence, and then markup.
  const before = /^((?:[^<]*[^<\w$)])?)<[a-z!/?]/i.exec(text)?.[1];
  const isCode =
    before === undefined || HAS_CODE.test(before) || /["'`=(,+&|?>[]\s*$|\{[^}]*:\s*$/.test(before);
  if (!isCode) return findMarkup(text);
  // A component has its tags within code.
  if (HAS_CODE.test(text)) {
    return { reader: "script", language: hasTags(text) ? "jsx" : "html" };
  }
  return /<[a-z]/i.test(text) ? findMarkup(text) : { reader: "script", language: "html" };
}

/** What stands before a tag within code. */
const TAG = /(?:return|=>|\(|&&|\?|:|=)\s*\(?\s*<[A-Za-z>]/;

/** Whether code has tags of JSX: what looks like one may stand in a text, a comment or a type. */
function hasTags(code: string): boolean {
  if (!TAG.test(code)) return false;
  const { program, unread } = parseScript(code);
  const open: Node[] = [program];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === "JSXElement" || next.type === "JSXFragment") return true;
    open.push(...listChildren(next));
  }
  return unread.some((one) => TAG.test(one));
}

function findMarkup(text: string): Kind {
  const hasScript = /<script[\s>]/i.test(text);
  if (/\sth:\w+=/.test(text)) return { reader: "markup", language: "thymeleaf" };
  if (
    !hasScript &&
    JSX.test(text) &&
    !VUE.test(text) &&
    !/\son:\w+|\s(?:class|onclick)=\{|\{#/.test(text)
  ) {
    return { reader: "script", language: "jsx" };
  }
  if (SVELTE.test(text) || (hasScript && !VUE.test(text) && fillsAddress(text)))
    return { reader: "markup", language: "svelte" };
  if (VUE.test(text) && !/\sx-data\b/.test(text)) return { reader: "markup", language: "vue" };
  if (ANGULAR.test(text)) return { reader: "markup", language: "angular" };
  return { reader: "markup", language: "html" };
}

const SCRIPTS = /<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi;
/** `href="https://host/?extra={encodeURIComponent(type)}"` */
const FILLED = /\s(?:href|action)="(?!\s*javascript:)[^"<>{}$]*\{([^"{}]+)\}/gi;

/** Whether an address has a name in braces that a script declares: a plain page would send the braces. */
function fillsAddress(text: string): boolean {
  const script = [...text.matchAll(SCRIPTS)].map(([, one]) => one).join("\n");
  const filled = [...text.replace(SCRIPTS, "").matchAll(FILLED)].map(([, code = ""]) => code);
  const names = new Set(
    filled.flatMap((code) =>
      [...code.matchAll(/(?:^|[^.\w$])([a-z_]\w*)/gi)].map(([, name = ""]) => name),
    ),
  );
  return [...names].some(
    (name) =>
      new RegExp(`\\b(?:let|const|var|function)\\s+${name}(?![\\w$])`).test(script) &&
      // A script's own `.replace("{no}", no)` fills it otherwise.
      !new RegExp(`["'\`/]\\\\?\\{${name}`).test(script),
  );
}
