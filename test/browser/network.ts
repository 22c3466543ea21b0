/**
 * The internet as the browsers under test see it: shops, partners and Kakao on one loopback port.
 *
 * A browser reaches it through a CONNECT proxy and no other way. That works alike in all three
 * engines, and whatever a page asks of any other host is refused and can be asserted on.
 */

import { readFile } from "node:fs/promises";
import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { generate } from "selfsigned";
import { receive } from "../../demo/stand-in.mjs";

export const KAKAO_HOST = "bizmessage.kakao.com";
const DIST = new URL("../../dist/", import.meta.url);

/** Servers in the field stop at 8 KiB; a test that wants their 414 asks for it by `respond`. */
const HEADER_LIMIT = 64 * 1024;

/** How long nothing may arrive before a test may say that nothing more will. */
const QUIET_MS = 300;
const ARRIVAL_MS = 5000;

/** Browsers ask for it on their own; it is neither a test's page nor a request of the product's. */
const FAVICON = "/favicon.ico";

const KAKAO_PAGE = `<!doctype html><html lang="ko"><title>stand-in</title><p>stand-in</p></html>`;

export type Received = Awaited<ReturnType<typeof receive>>;
type Headers = Record<string, string | string[]>;

export interface Reply {
  status?: number;
  headers?: Headers;
  body?: string | Buffer;
  /** Milliseconds before the reply begins. */
  delay?: number;
}

/** Text is served as UTF-8; a `body` goes out byte for byte, its charset is the headers' affair. */
export type PageSource =
  | string
  | { html?: string; body?: Buffer; status?: number; headers?: Headers; delay?: number };

export interface SiteRequest {
  host: string;
  method: string;
  /** The raw request target. */
  url: string;
  headers: IncomingHttpHeaders;
}

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

  find(path: string): PageSource | undefined {
    return this.#pages.get(path);
  }
}

/** Kakao's endpoint, as far as a browser can tell. */
export class StandIn {
  readonly #arrivals: (Received | undefined)[] = [];

  /** Answers in place of the page titled "stand-in", wherever it returns a reply. */
  respond: ((received: Received) => Reply | undefined | Promise<Reply | undefined>) | undefined;

  /** What arrived in this test, in the order of arrival. */
  get requests(): Received[] {
    return this.#arrivals.filter((received) => received !== undefined);
  }

  /** Takes its place in the record at once: a slow body must not change the order of arrival. */
  async record(request: IncomingMessage): Promise<Received> {
    const place = this.#arrivals.push(undefined) - 1;
    const received = await receive(request);
    this.#arrivals[place] = received;
    return received;
  }

  /** Waits until so many requests have arrived. */
  async arrived(count = 1): Promise<Received[]> {
    const end = Date.now() + ARRIVAL_MS;
    while (this.requests.length < count && Date.now() < end) await wait(10);
    if (this.requests.length < count) {
      throw new Error(
        `expected ${count} request(s) at ${KAKAO_HOST} within ${ARRIVAL_MS} ms, got ${this.requests.length}`,
      );
    }
    return this.requests;
  }

  /** Waits for one request, and then long enough to say that it was the only one. */
  async only(): Promise<Received> {
    await this.arrived(1);
    const [first, ...more] = await this.settled();
    if (first === undefined || more.length > 0) {
      throw new Error(`expected one request at ${KAKAO_HOST}, got ${more.length + 1}`);
    }
    return first;
  }

  /** Waits until nothing has arrived for a while; with nothing at all, that is one such while. */
  async settled(): Promise<Received[]> {
    let seen = -1;
    while (seen !== this.requests.length) {
      seen = this.requests.length;
      await wait(QUIET_MS);
    }
    return this.requests;
  }
}

/**
 * For a driver that cannot put a script into pages: it stands first in each page of `*.test`, and
 * what it posts to `REPORT` comes back as text.
 */
export interface Injected {
  script: string;
  onReport(text: string): void;
}

const INJECTED = "/.harness.js";
export const REPORT = "/.harness/report";

/** What belongs to one test; a request that began in an earlier test stays with that one. */
class Records {
  readonly standIn = new StandIn();
  readonly sites = new Map<string, Site>();
  readonly siteRequests: SiteRequest[] = [];
  /** Some browsers ask twice. */
  readonly refused = new Set<string>();
  scriptType = "text/javascript; charset=utf-8";
  injected: Injected | undefined;

  site(host: string): Site {
    const site = this.sites.get(host) ?? new Site(host);
    this.sites.set(host, site);
    return site;
  }
}

export class Network {
  #records = new Records();
  readonly #servers: Server[];
  readonly #sockets: Set<Socket>;
  readonly proxyPort: number;

  private constructor(servers: Server[], sockets: Set<Socket>, proxyPort: number) {
    this.#servers = servers;
    this.#sockets = sockets;
    this.proxyPort = proxyPort;
  }

  static async start(): Promise<Network> {
    const { private: key, cert } = await generate([{ name: "commonName", value: "*.test" }], {
      keyType: "ec",
      algorithm: "sha256",
      extensions: [
        {
          name: "subjectAltName",
          altNames: ["*.test", KAKAO_HOST].map((value) => ({ type: 2, value })),
        },
      ],
    });
    let network: Network | undefined;
    const serve = (request: IncomingMessage, response: ServerResponse) => {
      // A browser that goes away in mid-request is no error of the test's.
      network?.serve(request, response).catch(() => response.destroy());
    };
    const origin = createTlsServer({ key, cert, maxHeaderSize: HEADER_LIMIT }, serve);
    // Plain http comes to the proxy itself, with the whole address as the target.
    const proxy = createHttpServer({ maxHeaderSize: HEADER_LIMIT }, serve);
    const sockets = new Set<Socket>();
    for (const server of [origin, proxy]) {
      server.on("connection", (socket: Socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        socket.on("error", () => socket.destroy());
      });
    }
    const originPort = await listen(origin);
    proxy.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
      if (!isOurs(hostOf(request.url))) {
        network?.refuse(request.url ?? "");
        client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
        return;
      }
      const upstream = connect(originPort, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        upstream.write(head);
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on("error", () => client.destroy());
      client.on("close", () => upstream.destroy());
    });
    network = new Network([origin, proxy], sockets, await listen(proxy));
    return network;
  }

  get standIn(): StandIn {
    return this.#records.standIn;
  }

  set injected(injected: Injected | undefined) {
    this.#records.injected = injected;
  }

  /** Requests to hosts in `.test`, in the order of arrival. */
  get siteRequests(): SiteRequest[] {
    return this.#records.siteRequests;
  }

  /** Hosts (with the port, as in CONNECT) that a browser asked for and did not get. */
  get refused(): string[] {
    return [...this.#records.refused];
  }

  refuse(host: string): void {
    this.#records.refused.add(host);
  }

  /** The Content-Type of the files from `dist/`; EUC-KR pages read them differently without a charset. */
  set scriptType(contentType: string) {
    this.#records.scriptType = contentType;
  }

  site(host: `${string}.test`): Site {
    return this.#records.site(host);
  }

  /** A clean record and no pages: before each test. */
  reset(): void {
    this.#records = new Records();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(
      this.#servers.map((server) => new Promise((resolve) => server.close(resolve))),
    );
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const records = this.#records;
    const host = hostOf(request.headers.host);
    const url = withoutOrigin(request.url ?? "/");
    const path = url.replace(/[?#].*/s, "");
    if (path === FAVICON) send(response, { status: 204 });
    else if (path === INJECTED) {
      const headers = { "content-type": "text/javascript; charset=utf-8" };
      send(response, { headers, body: records.injected?.script ?? "" });
    } else if (path === REPORT) {
      records.injected?.onReport(await text(request));
      send(response, { status: 204 });
    } else if (host === KAKAO_HOST && "encrypted" in request.socket)
      await answerAsKakao(records.standIn, request, response);
    else if (host.endsWith(".test")) {
      records.siteRequests.push({
        host,
        method: request.method ?? "GET",
        url,
        headers: request.headers,
      });
      const reply = await findReply(records, host, path);
      await sendDelayed(response, records.injected ? injectInto(reply) : reply);
    } else {
      this.refuse(request.headers.host ?? "");
      send(response, { status: 403 });
    }
  }
}

async function answerAsKakao(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const received = await standIn.record(request);
  const reply = await standIn.respond?.(received);
  await sendDelayed(response, reply ?? { body: KAKAO_PAGE });
}

async function findReply(records: Records, host: string, path: string): Promise<Reply> {
  const source = records.sites.get(host)?.find(path);
  if (typeof source === "string") return { body: source };
  if (source !== undefined) {
    const { html, body, ...reply } = source;
    return { ...reply, body: body ?? html ?? "" };
  }
  const file = /^\/([\w.-]+\.m?js(?:\.map)?)$/.exec(path)?.[1];
  const script = file && (await readFile(new URL(file, DIST)).catch(() => undefined));
  if (!script) return { status: 404, body: `no page ${path} at ${host}` };
  const headers = {
    "content-type": records.scriptType,
    // As a CDN sends it, so that `integrity` works.
    "access-control-allow-origin": "*",
    "cache-control": "no-store",
  };
  return { headers, body: script };
}

/** As a file of the page's own host, with the page's nonce: so that most policies let it run. */
function injectInto(reply: Reply): Reply {
  const { headers = {}, body = "" } = reply;
  if (!/^text\/html\b/.test(findHeader(headers, "content-type") ?? "text/html")) return reply;
  const nonce = /'nonce-([^']+)'/.exec(findHeader(headers, "content-security-policy") ?? "")?.[1];
  const tag = `<script src="${INJECTED}"${nonce ? ` nonce="${nonce}"` : ""}></script>`;
  const inject = (page: string) => {
    // A byte order mark must stay first: one character of text, or three bytes.
    const start = /^(?:\ufeff|\xef\xbb\xbf)?\s*(?:<!doctype[^>]*>)?/i.exec(page)?.[0] ?? "";
    return start + tag + page.slice(start.length);
  };
  const isText = typeof body === "string";
  return {
    ...reply,
    body: isText ? inject(body) : Buffer.from(inject(body.toString("latin1")), "latin1"),
  };
}

function findHeader(headers: Headers, name: string): string | undefined {
  return Object.entries(headers)
    .find(([key]) => key.toLowerCase() === name)?.[1]
    .toString();
}

async function sendDelayed(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delay) await wait(reply.delay);
  send(response, reply);
}

function send(response: ServerResponse, { status = 200, headers = {}, body = "" }: Reply): void {
  const usual = typeof body === "string" ? "text/html; charset=utf-8" : "text/html";
  const type = findHeader(headers, "content-type") === undefined && { "content-type": usual };
  response.writeHead(status, { ...type, ...headers });
  response.end(body);
}

function isOurs(host: string): boolean {
  return host === KAKAO_HOST || host.endsWith(".test");
}

function hostOf(authority = ""): string {
  return authority.replace(/:\d+$/, "").toLowerCase();
}

function withoutOrigin(target: string): string {
  return target.replace(/^http:\/\/[^/]+/, "") || "/";
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
