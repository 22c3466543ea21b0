import ts from "typescript";
import { expect, test } from "vitest";
import { convert } from "../../../src/convert/convert";

const FILE = "Talk.tsx";
const ROOT = new URL("../../../", import.meta.url).pathname;
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  jsx: ts.JsxEmit.ReactJSX,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

/** What a strict compiler says of a component. */
function compile(code: string): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const path = `${ROOT}${FILE}`;
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, code, rest[0]) : getSourceFile(name, ...rest);
  const program = ts.createProgram([path], OPTIONS, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** A function component with what was written for it. */
function inFunction(script: string, button: string): string {
  return `import { useEffect, useRef, useState } from "react";
export default function Talk() {
  const [agreed, setAgreed] = useState(false);
  ${script}
  return <div>{[1].map((no) => <p key={no}>${button}</p>)}</div>;
}`;
}

/** A class component with what was written for it. */
function inClass(script: string, button: string): string {
  return `import { Component } from "react";
export default class Talk extends Component<{ no: string }> {
  ${script}
  render() { return <div>${button}</div>; }
}`;
}

const ASKS = `const ask = () => { if (!agreed) { setAgreed(true); return; }
  window.open("https://bizmessage.kakao.com/chat/open/@shop"); };`;
const HOOK = "const [agreed, setAgreed] = useState(false);";
const CASES: [name: string, pasted: string, wrap: typeof inFunction][] = [
  [
    "a hook",
    `function T() { ${HOOK} ${ASKS} return <button onClick={ask}>a</button>; }`,
    inFunction,
  ],
  [
    "a hook for the buttons of a list",
    `function T() { ${HOOK} ${ASKS} return <p>{[1].map((no) => <button onClick={ask}>a</button>)}</p>; }`,
    inFunction,
  ],
  [
    "a class",
    `class T extends Component<{ no: string }> {
      ask = () => { if (!this.props.no) return; window.open("https://bizmessage.kakao.com/chat/open/@shop"); };
      render() { return <button onClick={this.ask}>a</button>; }
    }`,
    inClass,
  ],
];

test.each(CASES)("%s compiles under strict, if the file is TypeScript", (_, pasted, wrap) => {
  const { converted } = convert(pasted, FILE);
  expect(converted?.script).toContain("kakao-chat:before");
  const errors = compile(wrap(converted?.script ?? "", converted?.code ?? ""));
  expect(errors).toEqual([]);
});

test("a JavaScript file gets no types", () => {
  const [[, pasted]] = CASES as [(typeof CASES)[number]];
  for (const file of ["", "Talk.jsx"])
    expect(convert(pasted, file).converted?.script).not.toMatch(/CustomEvent|EventListener;/);
});

test("types in it say that a paste is TypeScript", () => {
  const typed = "type Props = { no: string };\n";
  const [[, pasted]] = CASES as [(typeof CASES)[number]];
  expect(convert(typed + pasted).converted?.script).toContain("(event: CustomEvent");
  const setup = `<script setup lang="ts">
const open = () => { if (!confirm("?")) return; window.open("https://bizmessage.kakao.com/chat/open/@shop"); };
</script>
<template><button @click="open">a</button></template>`;
  expect(convert(setup).converted?.script).toContain("fillChat(event: CustomEvent");
  expect(convert(setup.replace(' lang="ts"', "")).converted?.script).toContain("fillChat(event)");
});
