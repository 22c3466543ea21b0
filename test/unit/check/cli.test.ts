import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bundle } from "../../../tools/bundle.mjs";

/** The built command, run by Node as `npx` runs it, against pages of a real server. */

// Each starts a process of its own, on whatever machine.
vi.setConfig({ testTimeout: 120_000 });

const BUTTON =
  '<script src="/1.0.0/kakao-chat.js" defer></script><button type="button" data-kakao-chat="@한글상점">상담하기</button>';
const PAGE = `<!doctype html><html lang="ko"><head><meta charset="utf-8"></head><body>${BUTTON}</body></html>`;
const EUC_KR = PAGE.replace("utf-8", "euc-kr");
const BAD = PAGE.replace("@한글상점", "_abc");
const HUGE = `${PAGE}${" ".repeat(6 * 1024 * 1024)}`;

const folder = mkdtempSync(join(tmpdir(), "kakao-chat-cli-"));
const cli = join(folder, "cli.mjs");
const requests: { url: string; headers: http.IncomingHttpHeaders }[] = [];
let server: Server;
let secure: Server;
let address = "";
let secureAddress = "";

const answers: Record<string, (response: http.ServerResponse) => void> = {
  "/": (response) => response.setHeader("content-type", "text/html").end(PAGE),
  "/bad": (response) => response.setHeader("content-type", "text/html").end(BAD),
  "/euc-kr": (response) =>
    response.setHeader("content-type", "text/html").end(iconv.encode(EUC_KR, "euc-kr")),
  "/ms949": (response) =>
    response
      .setHeader("content-type", "text/html")
      .end(iconv.encode(PAGE.replace("utf-8", "MS949"), "euc-kr")),
  "/euc-kr-header": (response) =>
    response
      .setHeader("content-type", "text/html; charset=euc-kr")
      .end(iconv.encode(PAGE.replace("utf-8", "euc-kr"), "euc-kr")),
  "/euc-kr-xml": (response) =>
    response
      .setHeader("content-type", "application/xhtml+xml")
      .end(iconv.encode(`<?xml version="1.0" encoding="euc-kr"?>${PAGE}`, "euc-kr")),
  "/redirect": (response) =>
    response.writeHead(302, { location: "/bad", "set-cookie": "a=1" }).end(),
  "/sha512": (response) =>
    response
      .setHeader("content-type", "text/html")
      .end(PAGE.replace("defer", `defer integrity="sha512-${"B".repeat(86)}=="`)),
  "/loop": (response) => response.writeHead(302, { location: "/loop" }).end(),
  "/away": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/slow": () => {},
  "/drip": (response) => response.setHeader("content-type", "text/html").write("<p>"),
  "/huge": (response) => response.setHeader("content-type", "text/html").end(HUGE),
  "/huge-gzip": (response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-encoding", "gzip")
      .end(gzipSync(HUGE)),
  "/brotli": (response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-encoding", "br")
      .end(brotliCompressSync(BAD)),
  "/missing": (response) => response.writeHead(404).end("no"),
  "/text": (response) => response.setHeader("content-type", "text/plain").end(PAGE),
  "/zstd": (response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-encoding", "zstd")
      .end("packed"),
  "/picture": (response) => response.setHeader("content-type", "image/png").end("x"),
  "/evil": (response) =>
    response
      .setHeader("content-type", "text/html; charset=utf-8")
      .end(
        BAD.replace("<body>", "<body><title>\u001b]0;x\u0007\u001b[2J</title>")
          .replace("상담하기", "\u001b[31m빨강\u202e\n::error::x")
          .replace("type=", 'data-kakao-chat-\u001b[5m="x" type='),
      ),
  "/cut": (response) => {
    response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
    response.write("<p>");
    response.destroy();
  },
};

function listen(created: Server): Promise<number> {
  return new Promise((resolve) => {
    created.listen(0, "127.0.0.1", () => resolve((created.address() as AddressInfo).port));
  });
}

beforeAll(async () => {
  writeFileSync(cli, (await bundle("cli.mjs")).js);
  writeFileSync(join(folder, "kakao-chat.js"), "");
  writeFileSync(
    join(folder, "sri.json"),
    JSON.stringify({ "kakao-chat.js": `sha384-${"A".repeat(64)}` }),
  );
  const answer: http.RequestListener = (request, response) => {
    requests.push({ url: request.url ?? "", headers: request.headers });
    const known = answers[request.url ?? ""];
    if (known) known(response);
    else response.writeHead(500).end();
  };
  server = http.createServer(answer);
  address = `http://127.0.0.1:${await listen(server)}`;
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  secure = https.createServer({ key, cert }, answer);
  secureAddress = `https://127.0.0.1:${await listen(secure)}`;
}, 60_000);

afterAll(() => {
  for (const each of [server, secure]) (each as http.Server).closeAllConnections();
  server.close();
  secure.close();
  rmSync(folder, { recursive: true });
});

interface Run {
  code: number;
  out: string;
  err: string;
}

function run(args: string[], input = "", environment: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { env: { ...process.env, LANG: "C", LC_ALL: "", ...environment }, maxBuffer: 1e8 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

async function check(path: string, ...args: string[]) {
  const { code, out, err } = await run(["check", `${address}${path}`, "--json", ...args]);
  expect(err).toBe("");
  return { code, result: JSON.parse(out) };
}

describe("check", () => {
  it("reads a page and ends well if nothing keeps a chat from starting", async () => {
    const { code, result } = await check("/");
    expect(code).toBe(0);
    expect(result).toMatchObject({ version: "1.0.0", counts: { error: 0, warning: 0 } });
    expect(result.pages[0]).toMatchObject({ url: `${address}/`, redirects: 0, error: null });
    expect(result.pages[0].buttons[0]).toMatchObject({
      label: "상담하기",
      request: { method: "GET" },
    });
  });

  it("ends with 1 if there is an error, and follows a redirect without cookies", async () => {
    requests.length = 0;
    const { code, result } = await check("/redirect");
    expect(code).toBe(1);
    expect(result.pages[0]).toMatchObject({ url: `${address}/bad`, redirects: 1 });
    expect(result.pages[0].findings.map((found: { code: string }) => found.code)).toEqual([
      "KC106",
    ]);
    // Nothing that the page names is asked for.
    expect(requests.map(({ url }) => url)).toEqual(["/redirect", "/bad"]);
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  it("says which encoding a page is in that declares none", async () => {
    const [found] = (await check("/ms949")).result.pages[0].findings;
    expect(found).toMatchObject({ code: "KC919", values: { label: "MS949", charset: "euc-kr" } });
  });

  it.each(["/euc-kr", "/euc-kr-header", "/euc-kr-xml"])("reads EUC-KR (%s)", async (path) => {
    const { result } = await check(path);
    expect(result.pages[0].charset).toBe("euc-kr");
    expect(result.pages[0].buttons[0].request.url).toContain(encodeURIComponent("@한글상점"));
  });

  it("knows its own files by every algorithm", async () => {
    const [found] = (await check("/sha512")).result.pages[0].findings;
    expect(found).toMatchObject({ code: "KC906", values: { hash: `sha384-${"A".repeat(64)}` } });
  });

  it.each([
    ['<!-- <meta charset="euc-kr"> --><meta charset="utf-8">'],
    ['<meta name="d" content="text/html; charset=euc-kr"><meta charset="utf-8">'],
    ["<meta name=description content='our charset = euc-kr page'>"],
    ['<meta charset="utf-16">'],
    ['<meta charset="bogus"><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'],
  ])("reads UTF-8 with %s", async (meta) => {
    const input = PAGE.replace('<meta charset="utf-8">', meta);
    const { out } = await run(["check", "-", "--json"], input);
    expect(out).toContain(encodeURIComponent("@한글상점"));
  });

  it("reads a compressed page", async () => {
    expect((await check("/brotli")).code).toBe(1);
  });

  it.each([
    ["/loop", "redirects"],
    ["/away", "address"],
    ["/slow", "timeout"],
    ["/drip", "timeout"],
    ["/huge", "large"],
    ["/huge-gzip", "large"],
    ["/missing", "status"],
    ["/picture", "type"],
    ["/text", "type"],
    ["/zstd", "type"],
    ["/cut", "network"],
  ])("ends with 2 and a clear line if %s cannot be read", async (path, reason) => {
    const wait = ["--timeout", "3"];
    // At once, since some of them wait as long.
    const [{ code, result }, { out, err }] = await Promise.all([
      check(path, ...wait),
      run(["check", `${address}${path}`, ...wait, "--lang", "ko"]),
    ]);
    expect(code).toBe(2);
    expect(result.pages[0].error.reason).toBe(reason);
    expect(err).toBe("");
    expect(out).toContain("읽지 못했어요: ");
    expect(out).not.toMatch(/\n\s+at /);
  });

  it("does not trust a certificate that nobody vouches for", async () => {
    const { code, out } = await run(["check", `${secureAddress}/`]);
    expect(code).toBe(2);
    expect(out).toContain("Not read: the server’s certificate is not trusted (");
  });

  it.each([
    ["http://us%er:p%zz@127.0.0.1:1/"],
    ["http://127.0.0.1:99999/"],
    ["http://127.0.0.1:1/", "--timeout", "99999999"],
    ["http://127.0.0.1:1/", "--timeout", "Infinity"],
  ])("does not fall over %s %s %s", async (...args) => {
    const { code, out, err } = await run(["check", ...args, "--json"]);
    expect([code, err]).toEqual([2, ""]);
    const [{ findings, page }] = JSON.parse(out).pages;
    expect(findings.map((found: { code: string }) => found.code)).toEqual(["KC930"]);
    expect(page).not.toContain("@");
  });

  it("shows the name and the password of an address to nobody, and sends them", async () => {
    requests.length = 0;
    const named = `${address.replace("//", "//user:p%40ss@")}/redirect`;
    for (const more of [[], ["--json"]]) {
      const { out } = await run(["check", named, ...more]);
      expect(out).toContain("/redirect");
      expect(out).not.toMatch(/p(%40|@)ss/);
    }
    expect(requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from("user:p@ss").toString("base64")}`,
    );
  });

  it("ends in silence if nobody reads on", async () => {
    const file = join(folder, "many.html");
    writeFileSync(file, BAD + BUTTON.replace("@한글상점", "_abc").repeat(500));
    const err = await new Promise<string>((resolve) => {
      const child = execFile(process.execPath, [cli, "check", "--json", file], (_, __, text) =>
        resolve(text),
      );
      child.stdout?.once("data", () => child.stdout?.destroy());
    });
    expect(err).toBe("");
  });

  it("ends with the time, whatever a page makes it do", async () => {
    const file = join(folder, "endless.html");
    writeFileSync(file, `%>${"<%".repeat(500_000)}`);
    const { code, out } = await run(["check", file, "--json", "--timeout", "1"]);
    expect(code).toBe(2);
    expect(JSON.parse(out).pages[0].error.reason).toBe("timeout");
  });

  it("reads a page from standard input", async () => {
    const { code, out } = await run(["check", "-"], BAD);
    expect(code).toBe(1);
    expect(out).toContain("KC106");
  });

  it.each([
    [["shop.example"], "An address begins with https://."],
    [[], "nothing to check or convert was named"],
    [["x", "--timeout", "abc"], "--timeout expects a number of seconds"],
    [["x", "--timeout"], "--timeout expects a number of seconds"],
    [["http://127.0.0.1:22/"], "the connection failed (bad port)."],
  ])("says what is wrong with %j", async (args, text) => {
    expect((await run(["check", ...args])).out).toContain(text);
  });

  it("reads the other pages if one cannot be read", async () => {
    const file = join(folder, "page.html");
    writeFileSync(file, BAD);
    const { code, out } = await run(["check", `${address}/missing`, file, "no-such-file.html"]);
    expect(code).toBe(2);
    expect(out).toContain("the server answered 404.");
    expect(out).toContain("KC106");
    expect(out).toContain("the file cannot be read (no-such-file.html).");
  });

  it("lets nothing of a page reach the terminal raw, nor begin a line", async () => {
    const { out } = await run(["check", `${address}/evil`]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
    expect(out).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(out).not.toMatch(/^::error/m);
    expect(out).toContain("KC106");
  });

  it("says it in Korean if the terminal does, or if asked", async () => {
    const asked = await run(["check", `${address}/bad`, "--lang", "ko"]);
    const known = await run(["check", `${address}/bad`], "", { LANG: "ko_KR.UTF-8" });
    expect(asked.out).toContain("공개 아이디");
    expect(known.out).toBe(asked.out);
    expect((await run(["check", `${address}/bad`])).out).toContain("public id");
  });
});

describe("convert", () => {
  const OLD = '<a href="https://bizmessage.kakao.com/chat/open/@a" target="_blank">상담</a>';

  it("prints the marked button and what was found", async () => {
    const { code, out } = await run(
      ["convert", "-", "--lang", "ko"],
      OLD.replace(' target="_blank"', ""),
    );
    expect(code).toBe(0);
    expect(out).toContain(
      '<a href="https://bizmessage.kakao.com/chat/open/%40a" data-kakao-chat>상담</a>',
    );
    expect(out).toContain("함께 나아진 점: 새 창에서 열리는 상담(KC956)");
  });

  it("says in one line what the new button settles, and leaves it in the JSON", async () => {
    const old = `<div onclick="location.href='https://bizmessage.kakao.com/chat/open/@a'">상담</div>`;
    const { out } = await run(["convert", "-"], old + old);
    expect(out).toContain(
      "Also better now: a new window (KC956), keyboard and screen readers (KC959), no inline code to open the chat (KC960)\n",
    );
    expect(out.match(/KC956/g)).toHaveLength(1);
    const { findings } = JSON.parse((await run(["convert", "-", "--json"], old + old)).out);
    const found = findings.find(({ code }: { code: string }) => code === "KC959");
    expect(found).toMatchObject({
      level: "warning",
      isSettled: true,
      place: { line: 1, column: 1 },
      places: [{ column: 1 }, { column: 82 }],
      remedy: "The converted button does not have this.",
    });
  });

  it("says the remedy of several findings alike once", async () => {
    const old = `<button id="b">상담</button><script>b.onclick = function () { if (a.ok) { if (c.ok) { closeMenu(); hideLayer(); window.open("https://bizmessage.kakao.com/chat/open/@a"); } } };</script>`;
    const { out } = await run(["convert", "-"], old);
    expect(out.match(/KC946/g)).toHaveLength(2);
    expect(out.match(/Call it in/g)).toHaveLength(1);
  });

  it("names what a function component's script has to import", async () => {
    const old = `export function Talk() { const go = async () => { const no = await ask(); window.open("https://bizmessage.kakao.com/chat/open/@a?extra=" + no); }; return <button onClick={go}>상담</button>; }`;
    const { out } = await run(["convert", "-"], old);
    expect(out).toContain("above its first `return`, and import `useRef, useEffect`:\n");
    const { converted } = JSON.parse((await run(["convert", "-", "--json"], old)).out);
    expect(converted).toMatchObject({ place: "hook", hooks: ["useRef", "useEffect"] });
  });

  it("says once that links have become buttons, and leaves links links", async () => {
    const old = `<a href="#" onclick="window.open('https://bizmessage.kakao.com/chat/open/@a', '_blank', 'noopener')">상담</a>`;
    const { out } = await run(["convert", "-"], old + old);
    expect(out.match(/What was a link is a `<button>` now/g)).toHaveLength(1);
    expect((await run(["convert", "-"], OLD)).out).not.toContain("What was a link");
    const { converted } = JSON.parse((await run(["convert", "-", "--json"], old)).out);
    expect(converted.wasLink).toBe(true);
  });

  it("leaves a blank line before what was found, also if nothing was converted", async () => {
    const { out } = await run(["convert", "-"], '<a href="https://pf.kakao.com/_a/chat">상담</a>');
    expect(out).toContain("was found.\n\nWhat was found\n");
  });

  it("reads a file, in EUC-KR too", async () => {
    const file = join(folder, "old.html");
    writeFileSync(file, iconv.encode(OLD, "euc-kr"));
    const { code, out } = await run(["convert", file, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      converted: { label: "상담", input: { uuid: "@a" } },
      findings: [],
    });
  });

  it("reads a file that is saved in UTF-8 and says that it is in EUC-KR", async () => {
    const page = `<meta charset="euc-kr">${OLD}`;
    const { out } = await run(["convert", "-", "--json"], page);
    expect(JSON.parse(out)).toMatchObject({ converted: { label: "상담", input: { uuid: "@a" } } });
  });

  it("ends with 1 if there is no chat in it, with JSON all the same", async () => {
    const { code, out } = await run(["convert", "-", "--json"], "<p>상담</p>");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ converted: null, more: [], findings: [] });
  });

  it("ends with 1 and names no tag if what is wrong keeps it from being converted", async () => {
    const { code, out } = await run(["convert", "-"], OLD.replace("/@a", "/"));
    expect(code).toBe(1);
    expect(out).not.toContain("<script");
    expect(out).toContain("KC101");
  });

  it("gives the terminal no characters that it acts on", async () => {
    const { out } = await run(["convert", "-"], OLD.replace("상담", "\u001b[2J상담"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
    expect(out).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  });
});

describe("the command", () => {
  it("makes keys", async () => {
    const { code, out } = await run(["keys", "X25519"]);
    expect(code).toBe(0);
    expect(out).toMatch(/data-key='\{[^']*"crv":"X25519"/);
    expect((await run(["keys", "x"])).code).toBe(2);
  });

  it("makes keys in Korean, and for machines", async () => {
    expect((await run(["keys", "--lang", "ko"])).out).toContain("1. 공개키");
    const keys = JSON.parse((await run(["keys", "--json"])).out);
    expect(keys).toMatchObject({ publicKey: { crv: "P-256" }, privateKey: { crv: "P-256" } });
    expect(keys.publicKey).not.toHaveProperty("d");
    expect(keys.privateKey.kid).toBe(keys.publicKey.kid);
  });

  it("says that it converts one at a time", async () => {
    const { code, out } = await run(["convert", "a.html", "b.html"]);
    expect(code).toBe(2);
    expect(out).toContain("only one at a time: b.html");
  });

  it.each([[[]], [["check"]], [["nonsense"]], [["check", "a", "--nonsense"]], [["convert"]]])(
    "shows how it is used for %j",
    async (args) => {
      const { code, out } = await run(args);
      expect(code).toBe(2);
      expect(out).toContain("Usage:");
    },
  );

  it("says its version", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, out: "1.0.0\n", err: "" });
  });
});
