import { describe, expect, it } from "vitest";
import { convert } from "../../../src/convert/convert";
import { OLD_BUTTONS } from "./corpus";
import { OLD_PAGES } from "./pages";

/** What was read, in the corpus' own short form. */
function describeConverted(code: string) {
  const { converted } = convert(code);
  if (!converted) return null;
  const input = Object.entries(converted.input).filter(([name]) => name !== "uuid");
  const order = ["extra", "bot", "event", "bots", "endpoint", "method", "width", "height"];
  const said = input
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, value]) => (/^(endpoint|method)$/.test(name) ? value : `${name}=${value}`));
  return {
    says: [converted.input.uuid, ...said].filter(Boolean).join(" "),
    label: converted.label,
    computed: converted.computed,
    codes: listCodes(code),
  };
}

function listCodes(code: string): string {
  const { converted, findings } = convert(code);
  const all = [...findings, ...(converted?.plan.problems ?? [])].map((found): string => found.code);
  return [...new Set(all)].sort().join(" ");
}

describe.each(OLD_BUTTONS)("$name", ({ code, says, label = "", computed = {}, codes }) => {
  it("is read as what it says, and is told what is wrong with it and no more", () => {
    expect(describeConverted(code)).toEqual({ says, label, computed, codes });
  });
});

describe.each(OLD_PAGES)("a page: $name", ({ code, button, script, codes }) => {
  it("becomes this button, and is told what is wrong with it and no more", () => {
    const { converted } = convert(code);
    expect(converted?.code ?? "").toBe(button);
    expect(converted?.script ?? "").toBe(script);
    expect(listCodes(code)).toBe(codes);
  });
});

it("reads a listener of 40 elements with 40 conditions to its end", () => {
  const numbers = Array.from({ length: 40 }, (_, at) => at);
  const links = numbers.map((at) => `<a href="#" class="t" data-of="d${at}">상담 ${at}</a>`);
  const branches = numbers.map((at) => `if (of === "d${at}") extra = "part=${at}"; else `);
  const { converted, more, findings } = convert(
    `${links.join("")}<script>$(".t").click(function () { var of = $(this).data("of"), extra = ""; ${branches.join("")} extra = "none";
      window.open("https://bizmessage.kakao.com/chat/open/@a?extra=" + extra, "talk", "noopener"); });</script>`,
  );
  const extras = [converted, ...more].map((one) => one?.input.extra);
  expect(extras).toEqual(numbers.map((at) => `part=${at}`));
  expect(findings.map(({ code }) => code)).not.toContain("KC977");
});

describe("convert", () => {
  it.each([
    "",
    "hello",
    "<p>상담</p>",
    "<a href='https://example.com/'>a</a>",
    "<script>1</script>",
    "const open = () => window.open('https://example.com/chat/open/@a');",
    "https://example.com/",
  ])("finds no chat in %j, and says nothing of it", (code) => {
    expect(convert(code)).toEqual({ converted: null, more: [], findings: [] });
  });

  it("gives each element its own button, as they stand in the page", () => {
    const { converted, more } = convert(`<script>
      $(function () { $("#second").click(function () { window.open("https://bizmessage.kakao.com/chat/open/@a?extra=" + b.id); }); });
    </script>
    <a href="#" onclick="window.open('https://bizmessage.kakao.com/chat/open/@a?extra=' + a.id)">첫째</a>
    <a href="#" id="second">둘째</a>`);
    const all = [...(converted ? [converted] : []), ...more];
    expect(all.map(({ label, computed }) => [label, computed.extra])).toEqual([
      ["첫째", "a.id"],
      ["둘째", "b.id"],
    ]);
    // What one listens to is not the other's.
    const ids = all.map(({ code }) => /\bid="([^"]+)"/.exec(code)?.[1]);
    expect(new Set(ids).size).toBe(2);
    for (const [index, { script }] of all.entries()) expect(script).toContain(`"${ids[index]}"`);
  });

  it("puts no script into markup that a script makes, where it would not run", () => {
    const opened = `window.open("https://bizmessage.kakao.com/chat/open/@a?extra=" + order.no)`;
    const listens = `document.querySelector(".chat").onclick = () => ${opened};`;
    const made = `document.body.innerHTML = '<button class="chat">상담</button>'; ${listens}`;
    const written = `<button class="chat">상담</button><script>${listens}</script>`;
    const places = [made, written].map((code) => convert(code).converted?.place);
    expect(places).toEqual(["page", "beside"]);
  });

  it("gives two buttons that are converted one after the other ids of their own", () => {
    const convertOne = (value: string) =>
      convert(
        `<a href="#" onclick="window.open('https://bizmessage.kakao.com/chat/open/@a?extra=' + ${value})">상담</a>`,
      ).converted;
    const [one, other] = [convertOne("a.id"), convertOne("b.id")];
    const idOf = (code = "") => /\bid="([^"]+)"/.exec(code)?.[1];
    expect(idOf(one?.code)).toMatch(/^kakao-chat-\w+$/);
    expect(idOf(one?.code)).not.toBe(idOf(other?.code));
    expect(convertOne("a.id")).toEqual(one);
  });

  it("gives no code that an error would keep from working", () => {
    const { converted } = convert('<a href="https://bizmessage.kakao.com/chat/open/_abc">상담</a>');
    expect(converted).toMatchObject({ code: "", script: "", plan: { request: null } });
  });
});
