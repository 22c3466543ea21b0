/** Shops, partners and others: the hosts in `.test`. */

import { readFile } from "node:fs/promises";
import type { Headers, Reply } from "./reply";

const DIST = new URL("../../../dist/", import.meta.url);

/** As a CDN sends it, so that `integrity` works. */
const CDN_HEADERS = { "access-control-allow-origin": "*", "cache-control": "no-store" };

/** Text is served as UTF-8; a `body` goes out byte for byte, its charset is the headers' affair. */
export type PageSource =
  | string
  | { html?: string; body?: Buffer; status?: number; headers?: Headers; delay?: number };

/** One host's pages. Pages last for one test. */
export class Site {
  readonly #pages = new Map<string, PageSource>();

  constructor(readonly host: string) {}

  url(path: string): string {
    return `https://${this.host}${path}`;
  }

  /** Serves a page at the path, whatever the query, and returns its address. */
  page(path: string, source: PageSource): string {
    this.#pages.set(path, source);
    return this.url(path);
  }

  /** Serves a script of the test's own at the path, whatever the query. */
  script(path: string, code: string | Buffer): void {
    const headers = { "content-type": "text/javascript; charset=utf-8" };
    this.page(path, { body: Buffer.from(code), headers });
  }

  /** The page at the path, or else the built file of that name. */
  async find(path: string, scriptType: string): Promise<Reply> {
    const source = this.#pages.get(path);
    if (typeof source === "string") return { body: source };
    if (source !== undefined) {
      const { html, body, ...reply } = source;
      return { ...reply, body: body ?? html ?? "" };
    }
    const file = /^\/([\w.-]+\.m?js(?:\.map)?)$/.exec(path)?.[1];
    const script = file && (await readFile(new URL(file, DIST)).catch(() => undefined));
    if (!script) return { status: 404, body: `no page ${path} at ${this.host}` };
    return { headers: { "content-type": scriptType, ...CDN_HEADERS }, body: script };
  }
}
