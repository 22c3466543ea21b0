import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { readBuild } from "../../tools/build-cdn.mjs";
import { CACHE, COMMON, TYPES } from "../../tools/cdn/headers.mjs";
import { publish } from "../../tools/cdn/publish.mjs";
import { findNginx } from "../find-nginx.mjs";
import { type Nginx, startNginx } from "../start-nginx";

const folder = mkdtempSync(join(tmpdir(), "kakao-chat-cdn-"));
const major = version.split(".")[0];
const exact = `/${version}/kakao-chat.js`;
const at = (path: string) => readFileSync(join(folder, path));

describe.skipIf(!findNginx())("nginx, by the configuration in the CDN's folder,", () => {
  let nginx: Nginx;

  beforeAll(async () => {
    publish(folder, version, readBuild());
    nginx = await startNginx(folder);
  }, 60_000);

  afterAll(async () => {
    await nginx?.stop();
    rmSync(folder, { recursive: true });
  });

  it.each([
    [exact, TYPES.js, CACHE.exact],
    [`/${version}/kakao-chat.mjs`, TYPES.mjs, CACHE.exact],
    [`/${version}/kakao-chat-seal.js.map`, TYPES.map, CACHE.exact],
    [`/${version}/sbom.cdx.json`, TYPES.json, CACHE.exact],
    [`/${version}/LICENSES.txt`, TYPES.txt, CACHE.exact],
    [`/${major}/kakao-chat.js`, TYPES.js, CACHE.alias],
    [`/${version.replace(/\.\d+$/, "")}/kakao-chat-partner.js`, TYPES.js, CACHE.alias],
    ["/sri.json", TYPES.json, CACHE.alias],
    ["/versions.json", TYPES.json, CACHE.alias],
  ])("sends %s with all that a browser asks of it", async (path, type, cache) => {
    const { status, headers, body } = await nginx.get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": type,
      "cache-control": cache,
      vary: "Accept-Encoding",
      ...Object.fromEntries(
        Object.entries(COMMON).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    });
    expect(headers).not.toHaveProperty("content-encoding");
    expect(body.equals(at(path))).toBe(true);
  });

  it.each<[string, "br" | "gzip" | undefined]>([
    ["gzip, deflate, br, zstd", "br"],
    ["br", "br"],
    ["gzip;q=0.5,br;q=0.9", "br"],
    ["BR;Q=1.0", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.000, gzip;q=0.001", "gzip"],
    ["gzip;q=0", undefined],
    ["brotli, x-gzip, abr", undefined],
    ["identity", undefined],
  ])("answers Accept-Encoding: %s with the file packed as %s", async (accepted, encoding) => {
    const { headers, body } = await nginx.get(exact, { "accept-encoding": accepted });
    const end = encoding ? { br: ".br", gzip: ".gz" }[encoding] : "";
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["content-type"]).toBe(TYPES.js);
    expect(body.equals(at(exact + end))).toBe(true);
  });

  it("lets a query stand behind the name", async () => {
    expect((await nginx.get(`${exact}?_=123`)).body.equals(at(exact))).toBe(true);
  });

  it("says that a file has not changed", async () => {
    const { etag } = (await nginx.get(exact)).headers;
    const { status, headers } = await nginx.get(exact, { "if-none-match": String(etag) });
    expect([status, headers["cache-control"]]).toEqual([304, CACHE.exact]);
  });

  it.each([
    "/",
    "/nginx.conf",
    "/_headers",
    "/0.0.0/kakao-chat.js",
    `/${version}/`,
    `/${version}/other.js`,
    `${exact}.br`,
    `/${version}/../nginx.conf`,
  ])("has no %s, and does not let that be kept", async (path) => {
    const { status, headers } = await nginx.get(path);
    expect(status).toBe(404);
    expect(headers).not.toHaveProperty("cache-control");
  });

  it("moves an alias at a release, and leaves the exact version as it is", async () => {
    const next = `${major}.99.0`;
    const before = await nginx.get(exact, { "accept-encoding": "br" });
    publish(folder, next, { "kakao-chat.js": Buffer.from("// next\n") });
    expect(`${(await nginx.get(`/${major}/kakao-chat.js`)).body}`).toBe("// next\n");
    expect(`${(await nginx.get(`/${next}/kakao-chat.js`)).body}`).toBe("// next\n");
    const after = await nginx.get(exact, { "accept-encoding": "br" });
    expect(after.body.equals(before.body)).toBe(true);
    expect(after.headers.etag).toBe(before.headers.etag);
  });
});
