import { describe, expect, it } from "vitest";
import { convert } from "../../../src/convert/convert";
import { readPaste } from "../../../src/convert/read/read";
import { OLD_BUTTONS } from "./corpus";
import { MUTATIONS } from "./mutations";
import { OLD_PAGES } from "./pages";

/** What a conversion comes to, but for the names that a mutation may have changed. */
function summarize(code: string) {
  const { converted, findings } = convert(code);
  const codes = [...findings, ...(converted?.plan.problems ?? [])].map(
    (found): string => found.code,
  );
  return {
    input: converted?.input,
    label: converted?.label,
    computed: Object.keys(converted?.computed ?? {}),
    codes: [...new Set(codes)].sort(),
  };
}

/** A server's templates and the frameworks' markup are no plain pages, which stay the same however they are written. */
const WRITTEN = /\{\{|<[?%]|\{[%=$]|\[\[|<\/?\w+:|\bv-|x-data|\$\{|@click|bind:|on:click|#if/;
const PLAIN_PAGES = OLD_PAGES.filter(
  ({ code }) => /^\s*</.test(code) && code.includes("<script>") && !WRITTEN.test(code),
);

describe.each(Object.entries(MUTATIONS))("old buttons, %s", (_, mutate) => {
  const changed = [...OLD_BUTTONS, ...PLAIN_PAGES].filter(({ code }) => mutate(code) !== code);

  it.each(changed)("are read as before: $name", ({ code }) => {
    expect(summarize(mutate(code))).toEqual(summarize(code));
  });
});

/** https://en.wikipedia.org/wiki/Linear_congruential_generator: the same run for the same seed. */
function createRandom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const RUNS = Number(process.env.FUZZ ?? 1000);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const LETTERS = "<>\"'`{}()[]$%?=&;:/\\+.,@#!|~ \n가a0\u0000\ud800\ua840\ua841“";

const PASTED = [...OLD_BUTTONS, ...OLD_PAGES];

/** A button that is cut off, nested into another, or has letters of no sense in it. */
function spoil(random: (limit: number) => number): string {
  const pick = () => PASTED[random(PASTED.length)]?.code ?? "";
  const code = pick();
  const at = random(code.length);
  switch (random(5)) {
    case 0:
      return code.slice(0, at);
    case 1:
      return code.slice(at);
    case 2:
      return code.slice(0, at) + pick() + code.slice(at);
    case 3:
      return Array.from({ length: random(300) }, () => LETTERS[random(LETTERS.length)]).join("");
    default: {
      let spoiled = code;
      for (let count = 0; count < 8; count++) {
        const place = random(spoiled.length);
        spoiled =
          spoiled.slice(0, place) +
          LETTERS[random(LETTERS.length)] +
          spoiled.slice(place + random(2));
      }
      return spoiled;
    }
  }
}

describe("any text at all", () => {
  it(`never throws (seed ${SEED}, ${RUNS} runs)`, () => {
    const random = createRandom(SEED);
    for (let run = 0; run < RUNS; run++) {
      const code = spoil(random);
      try {
        convert(code);
      } catch (error) {
        throw new Error(`seed ${SEED}, run ${run}: ${JSON.stringify(code)}`, { cause: error });
      }
    }
  }, 600_000);

  it.each([
    "(",
    "[",
    "{",
    "<div>",
    "<a>",
    "`${",
    "a+",
    "!",
    "a=>",
    "a?b:",
    "if(a){}else ",
    ".b",
    "<A>",
    "<% ",
    "{{",
    "{$",
    "“",
  ])(
    "%s, 20,000 times, is read or left",
    (text) => {
      expect(() => convert(text.repeat(20_000))).not.toThrow();
    },
    120_000,
  );
});

it.each(["ba[x", "a(b", "x{2", "a*+", "a\\", "$a"])(
  "an element named %s is read or left",
  (name) => {
    const opening = `<${name} onclick="window.open('https://bizmessage.kakao.com/chat/open/@a')">`;
    const pages = [
      `<p>${opening}상담</p>`,
      `${opening}상담</${name}>`,
      `<p ${name}='<%= a %>'>${opening}`,
    ];
    expect(() => pages.map((one) => convert(one))).not.toThrow();
  },
);

it.each([
  ["o.self = o;", "JSON.stringify(o)"],
  ["l.push(l);", "l.join()"],
  ["o.l = l; l.push(o, o, l, l);", "String(l) + JSON.stringify([o, l])"],
  ["if (q) o = { o: o, l: [o, o] }; if (r) l = [l, o]; o.next = l;", "JSON.stringify(o) + l"],
])("objects that hold themselves are read or left: %s %s", (code, made) => {
  const open = (extra: string) =>
    `open("https://bizmessage.kakao.com/chat/open/@a?extra=" + ${extra});`;
  const page = (script: string) => `<button onclick="go()">a</button><script>${script}</script>`;
  const own = page(`function go() { var o = {}, l = []; ${code} ${open(made)} }`);
  const shared = page(
    `var o = {}, l = []; function f() { ${code} return ${made}; } function go() { ${open("f()")} }`,
  );
  expect(() => [own, shared].map((one) => convert(one))).not.toThrow();
});

it.each([
  "{ ask() {} } = shop;",
  "{ get no() {} } = shop;",
  "var { ask() {} } = shop;",
  "function f({ ask() {} }) {} f(shop);",
  "[...a, b] = shop; var [...c, d] = shop;",
  "f() = 1; f()++; [f()] = shop; ({ a: f() } = shop); for (f() of shop) {}",
  "class A { #a; #a; constructor() {} constructor() {} } super.a(); new.target();",
  "let a; let a; break; continue x; delete a; with (shop) {} yield; await;",
  "export { nothing }; import b from 'b'; import b from 'b'; return;",
  "a ??= b || c ?? d; -a ** b; `\\u`; 08; '\\8'; /a/gg; /(?<n>.)(?<n>.)/;",
])("statements that no browser runs are read or left: %s", (code) => {
  const open = `window.open("https://bizmessage.kakao.com/chat/open/@a?extra=" + no);`;
  const page = (script: string) => `<button onclick="go()">a</button><script>${script}</script>`;
  const pages = [
    page(`function go() { ${code} ${open} }`),
    page(`function go() { ({ ${code} }); ${open} }`),
    page(`${code} function go() { ${open} }`),
    page(`async function* go() { (${code.replace(/;$/, "")}); ${open} }`),
  ];
  expect(() => pages.map((one) => convert(one))).not.toThrow();
});

it.each([
  "f.appendChild(f); f.appendChild(f);",
  "f.append(a); a.append(f); a.append(a); a.append(f);",
  "$(f).append($(f)).appendTo($(f)); $(a).appendTo(f); $(f).appendTo(a);",
])("elements that hold themselves are read or left: %s", (code) => {
  const made = `var f = document.createElement("form"), a = document.createElement("p"); ${code}`;
  const sent = `f.action = "https://bizmessage.kakao.com/chat/open/@a"; document.body.appendChild(f); f.submit();`;
  const page = `<button onclick="go()">a</button><script>function go() { ${made} ${sent} }</script>`;
  expect(convert(page).converted?.input.uuid).toBe("@a");
});

it.each(["constructor", "toString", "toLocaleString", "hasOwnProperty", "__proto__"])(
  "a name that every object has is a name like others: %s",
  (name) => {
    const open = `window.open("https://bizmessage.kakao.com/chat/open/@a")`;
    const pages = [
      `<button ${name}="x" onclick='${open}'>a</button>`,
      `<button id="b">a</button><script>var q = document.getElementById("b"); q.${name} = "x"; q.${name}(); $(q).${name}("a", "b"); $("#b").${name}(function () { ${open}; });</script>`,
      `<button id="b">a</button><script>document.getElementById("b").onclick = function (e) { if (e.target.${name} === "x") ${open}; };</script>`,
      `import React from "${name}"; export default () => <button ${name}="a" onClick={() => ${open}}>{w.${name}}</button>;`,
      `<script>$("<a>", { "${name}": "z", text: "a" }).appendTo("body").on("click", function () { ${open}; });</script>`,
      `<script>h("${name}", { "${name}": 1, onClick: () => ${open} }, "a");</script>`,
      `<%= ${name} "a", "https://bizmessage.kakao.com/chat/open/@a" %>`,
      `<template><button @${name}="a" :${name}="b" @click='${open}'>a</button></template>`,
    ];
    expect(() => pages.map((page) => convert(page))).not.toThrow();
  },
);

describe("the steps that reading takes", () => {
  it.each([
    `<a href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`,
    `<button onclick="window.open('https://bizmessage.kakao.com/chat/open/@a?extra=' + x)">a</button>`,
    `<script>function f(){ var u = 'https://bizmessage.kakao.com/chat/open/@a'; window.open(u + '?extra=' + q()); }</script>`,
    `<form action="https://bizmessage.kakao.com/chat/open"><input name="uuid" value="@a"></form>`,
    `<script>function f(){f();f();f();f()} f();</script>`,
  ])(
    "grow with the length and no faster: %s",
    (code) => {
      const few = readPaste(code.repeat(50)).steps;
      const many = readPaste(code.repeat(400)).steps;
      expect(many).toBeLessThanOrEqual(few * 8 * 1.5 + 1000);
    },
    60_000,
  );
});
