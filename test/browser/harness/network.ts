/**
 * The internet as the browsers under test see it: shops, partners and Kakao on one loopback port.
 *
 * A browser reaches it through a CONNECT proxy and no other way. That works alike in all three
 * engines, and whatever a page asks of any other host is refused and can be asserted on.
 */

import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type NetConnectOpts, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { generate } from "selfsigned";
import { INJECTED, type Injected, injectInto, REPORT } from "./inject";
import { send, sendDelayed } from "./reply";
import { Site } from "./site";
import { KAKAO_HOST, StandIn } from "./stand-in";

export type { Site } from "./site";
export type { Received, StandIn } from "./stand-in";

/** Servers in the field stop at 8 KiB; a test that wants their 414 asks for it by `respond`. */
const HEADER_LIMIT = 64 * 1024;

/** Browsers ask for it on their own; it is neither a test's page nor a request of the product's. */
const FAVICON = "/favicon.ico";

export interface SiteRequest {
  host: string;
  method: string;
  /** The raw request target. */
  url: string;
  headers: IncomingHttpHeaders;
}

/** What belongs to one test; a request that began in an earlier test stays with that one. */
class Records {
  readonly standIn = new StandIn();
  readonly sites = new Map<string, Site>();
  readonly siteRequests: SiteRequest[] = [];
  /** Some browsers ask twice. */
  readonly refused = new Set<string>();
  /** Sockets' paths of other servers, by the host that each answers for. */
  readonly servers = new Map<string, string>();
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
    let network: Network | undefined;
    const serve = (request: IncomingMessage, response: ServerResponse) => {
      // A browser that goes away in mid-request is no error of the test's.
      network?.serve(request, response).catch(() => response.destroy());
    };
    const options = { ...(await makeCertificate()), maxHeaderSize: HEADER_LIMIT };
    const origin = createTlsServer(options, serve);
    // Plain http comes to the proxy itself, with the whole address as the target.
    const proxy = createHttpServer({ maxHeaderSize: HEADER_LIMIT }, serve);
    const sockets = collectSockets([origin, proxy]);
    const originPort = await listen(origin);
    proxy.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
      if (!isOurs(hostOf(request.url))) {
        network?.refuse(request.url ?? "");
        client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
        return;
      }
      const other = network?.findServer(hostOf(request.url));
      const place = other === undefined ? { port: originPort, host: "127.0.0.1" } : { path: other };
      tunnel(client, place, head);
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

  /** Lets a server that listens at a socket, with a certificate of its own, answer for a host. */
  forward(host: `${string}.test`, socket: string): void {
    this.#records.servers.set(host, socket);
  }

  findServer(host: string): string | undefined {
    return this.#records.servers.get(host);
  }

  /** A clean record and no pages: before each test. */
  reset(): void {
    this.#records = new Records();
  }

  /** A clean record, with the pages that are there: between the rows of a table. */
  forget(): void {
    this.#records.standIn.forget();
    this.#records.siteRequests.length = 0;
    this.#records.refused.clear();
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
      await records.standIn.answer(request, response);
    else if (host.endsWith(".test")) {
      records.siteRequests.push({
        host,
        method: request.method ?? "GET",
        url,
        headers: request.headers,
      });
      const reply = await records.site(host).find(path, records.scriptType);
      await sendDelayed(response, records.injected ? injectInto(reply) : reply);
    } else {
      this.refuse(request.headers.host ?? "");
      send(response, { status: 403 });
    }
  }
}

/** Of all hosts that answer here; the browsers of the tests ask no authority. */
async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const altNames = ["*.test", KAKAO_HOST].map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate([{ name: "commonName", value: "*.test" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames }],
  });
  return { key, cert };
}

/** The connections that are open at any time. */
function collectSockets(servers: readonly Server[]): Set<Socket> {
  const sockets = new Set<Socket>();
  for (const server of servers) {
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => socket.destroy());
    });
  }
  return sockets;
}

/** @param head what the client has sent already */
function tunnel(client: Socket, place: NetConnectOpts, head: Buffer): void {
  const upstream = connect(place, () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.write(head);
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on("error", () => client.destroy());
  client.on("close", () => upstream.destroy());
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
