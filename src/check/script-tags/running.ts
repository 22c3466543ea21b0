import { attribute, closest, type OldElement } from "../../convert/read/markup/element.js";

/** Whether a browser runs a script's tag, and if not, who does. */
export type Run =
  | { when: "now" }
  /** A plug-in or Rocket Loader runs it after the page. */
  | { when: "later" }
  /** A consent manager runs it once the visitor has agreed. */
  | { when: "agreed" }
  /** Nobody does: what keeps it from running. */
  | { when: "never"; what: string };

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type, and modules. */
const JAVASCRIPT =
  /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/i;
/** Types that loaders put in place of the script's own. */
const LATER = /rocket|-text\/javascript|litespeed|delay|lazy/i;
/** Types and marks by which consent managers know what to hold back. */
const CONSENT =
  /blocked|consent|cookie|optanon|usercentrics|^_iub|^data-(?:categor|name|service|type)/i;

/** https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element */
export function findRun({ attributes }: OldElement): Run {
  const language = attributes.get("language");
  const type = attributes.get("type") ?? (language ? `text/${language}` : "");
  const isModule = isModuleType(type);
  const what = attributes.has("type") ? `type="${type}"` : `language="${language}"`;
  if (type === "" || JAVASCRIPT.test(type.trim())) {
    const isSkipped = attributes.has("nomodule") && !isModule;
    return isSkipped ? { when: "never", what: "nomodule" } : { when: "now" };
  }
  if (LATER.test(type)) return { when: "later" };
  const marks = [type, ...attributes.keys(), ...(attributes.get("class") ?? "").split(/\s+/)];
  return marks.some((mark) => CONSENT.test(mark)) ? { when: "agreed" } : { when: "never", what };
}

function isModuleType(type: string): boolean {
  return /^\s*module\s*$/i.test(type);
}

export function isModule(element: OldElement): boolean {
  return isModuleType(attribute(element, "type"));
}

/** Browsers run no script of a `<template>`, and in an SVG none by `src`. */
export function isInert(element: OldElement): boolean {
  const around = closest(element, ({ name }) =>
    /^(?:template|svg|math|foreignobject)$/i.test(name),
  );
  return around !== null && !/^foreignobject$/i.test(around.name);
}
