import type { Component } from "../frameworks/component-scope.js";
import { isComponent, reachOf } from "../frameworks/reach.js";
import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { textValue, unbox } from "../script/value.js";
import { codeOfValue } from "../script/values/code-of-value.js";
import { isField } from "./control.js";
import { type OldElement, walk } from "./element.js";

const SHOWN_IF = /^(?:v-if|\*ngif)$/i;

/** Finds out which fields of a component's forms are there under a condition: `<input v-if="isNight">`. */
export function readSent({ scope, self }: Component, run: Run): void {
  if (!isComponent(run)) return;
  for (const element of walk(run.root)) {
    const asked = isField(element) ? findCondition(element) : undefined;
    if (!asked) continue;
    const place = { text: `(${asked})`, offset: -1, scope, self, reach: reachOf(scope, run) };
    const value = unbox(readScript(place, run) ?? textValue(""), run.language);
    const code = codeOfValue(value, run);
    if (code) element.sentIf = code;
  }
}

function findCondition({ attributes, shownIf }: OldElement): string | undefined {
  return [...attributes].find(([name]) => SHOWN_IF.test(name))?.[1] ?? shownIf;
}
