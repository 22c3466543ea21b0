import { describe, expect, it } from "vitest";
import { checkPage } from "../../../src/check/check-page";
import { type Line, listLines } from "../../../src/check/lines";
import { EN } from "../../../src/check/words/en/index";
import { describeCode } from "../../../src/check/words/words";
import { convert } from "../../../src/convert/convert";

const CHAT = "https://bizmessage.kakao.com/chat/open/@shop";

function read(code: string): Line[] {
  const { converted, more, findings } = convert(code);
  return listLines(converted ? [converted, ...more] : [], findings, code);
}

const of = (lines: readonly Line[], wanted: string) => lines.filter(({ code }) => code === wanted);

describe("what a new button settles by itself", () => {
  const link = `<a href="${CHAT}">상담</a>`;

  it("is marked as such, and only if the button is made", () => {
    expect(of(read(link), "KC956")).toMatchObject([{ isSettled: true }]);
    const broken = read(`<a href="${CHAT.replace("@shop", "_shop")}">상담</a>`);
    expect(of(broken, "KC956")[0]).not.toHaveProperty("isSettled");
  });

  it("is said once for all its places", () => {
    const [line, ...more] = of(read(`${link}\n${link}`), "KC956");
    expect(more).toEqual([]);
    expect(line?.places?.map(({ line }) => line)).toEqual([1, 2]);
  });

  it("is something to do on a page on which nothing is converted", () => {
    const page = { html: `<p>${link}</p>`, url: null, headers: {}, charset: "utf-8" };
    const { found } = checkPage(page, { version: "1.0.0", hashes: {} });
    const words = found.map(({ code, values }) => describeCode(code, values, EN).remedy);
    expect(words).toContain('Open a new window, as `target="_blank"` does.');
    expect(words.join()).not.toContain("converted button");
  });
});

describe("what is kept or left out", () => {
  it("is one thing for all statements of a button", () => {
    const code = `const A = () => { const [a, setA] = useState(0); return <button onClick={() => { setA(1); track("a"); window.open("${CHAT}"); }}>상담</button>; };`;
    expect(of(read(code), "KC945").map(({ values }) => values.source)).toEqual([
      'setA(1); track("a")',
    ]);
  });

  it("is whole, and cut behind a name where it is said", () => {
    const names = Array.from({ length: 60 }, (_, at) => `property${at}`);
    const props = names.map((name) => `${name}="x"`).join(" ");
    const [line] = of(
      read(`const A = () => <MainBtn ${props} onClick={() => window.open("${CHAT}")} />;`),
      "KC944",
    );
    expect(line?.values.names?.split(", ").slice(1)).toEqual(names);
    const { what } = describeCode("KC944", line?.values ?? {}, EN);
    expect(what).toMatch(/, property\d+ …`$/);
    expect(what.length).toBeLessThan(400);
  });

  it("is said once if it is the same for several buttons", () => {
    const items = `const LINKS = [{ href: "/" }, { href: "${CHAT}" }];`;
    const code = `${items}\nconst A = () => <nav>{LINKS.map((one) => <a href={one.href}>상담</a>)}</nav>;\nconst B = () => <nav>{LINKS.map((one) => <a href={one.href}>상담</a>)}</nav>;`;
    expect(of(read(code), "KC948").map(({ places }) => places?.length)).toEqual([2]);
  });
});
