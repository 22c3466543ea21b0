/**
 * `npm start`: the playground and a stand-in for Kakao's endpoint on one address.
 *
 * A person's own browser cannot be routed to a stand-in for https://bizmessage.kakao.com, so all is
 * built here, in memory, with this server's own address in its place.
 */
import { createServer } from "node:http";
import { bundle } from "../tools/bundle.mjs";
import { buildPlayground, POLICY } from "./build-playground.mjs";
import { importSource } from "./import-source.mjs";
import { includeScript, receive, renderPage, renderPartner } from "./stand-in/request.mjs";

const { HOST, PORT } = process.env;
const DEFAULT_PORT = 4173;

// "localhost" is ::1 to one browser and 127.0.0.1 to the next: without HOST, both are ours.
const hosts = HOST ? [HOST] : ["127.0.0.1", "::1"];

/** @type {Record<string, string>} by the name's ending */
const TYPES = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  map: "application/json",
};

/** @type {typeof import("../src/chat/plan")} */
const { buildPlan } = await importSource('export * from "../src/chat/plan";');

/** @param {string} text */
const isPersonal = (text) =>
  buildPlan({ extra: text }, "popup").problems.some(({ code }) => code === "KC221");

/** @type {Map<string, Promise<Record<string, string>>>} the files of an origin */
const built = new Map();

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function serve(request, response) {
  const path = request.url?.split("?")[0] ?? "/";
  if (path === "/v1/chat/write" || path.startsWith("/chat/open")) {
    return send(response, "text/html", renderPage(await receive(request), isPersonal));
  }
  if (path === "/chat/includeScript") return send(response, "text/javascript", includeScript);
  if (path === "/partner")
    return send(response, "text/html", renderPartner(await receive(request)));
  const name = path.slice(1) || "index.html";
  const text = (await findFiles(request))[name];
  if (text === undefined) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  if (name.endsWith(".html")) response.setHeader("content-security-policy", POLICY);
  send(response, TYPES[/\w+$/.exec(name)?.[0] ?? ""] ?? "text/plain", text);
}

/**
 * For the address that the visitor used, which is not ours alone to know: with HOST it may be a
 * name or an address of another network.
 *
 * @param {import("node:http").IncomingMessage} request
 */
function findFiles(request) {
  const { origin } = new URL(`http://${request.headers.host}`);
  const found = built.get(origin) ?? buildFiles(origin);
  built.set(origin, found);
  found.catch(() => built.delete(origin));
  return found;
}

/**
 * @param {string} origin
 * @returns {Promise<Record<string, string>>}
 */
async function buildFiles(origin) {
  const partner = "kakao-chat-partner.js";
  const { js, map } = await bundle(partner, { origin });
  return { ...(await buildPlayground({ origin })), [partner]: js, [`${partner}.map`]: map };
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} type
 * @param {string} text
 */
function send(response, type, text) {
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
  response.writeHead(200, headers).end(text);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<import("node:http").Server | null>} null where the machine has no such host
 */
function listen(host, port) {
  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      console.error(error);
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end(`${error}`);
    });
  });
  return new Promise((resolve, reject) => {
    server.once("listening", () => resolve(server));
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // No IPv6 here (or no IPv4): the other loopback address is enough.
      if (!HOST && /^(EADDRNOTAVAIL|EAFNOSUPPORT)$/.test(error.code ?? "")) resolve(null);
      else reject(error);
    });
    server.listen(port, host);
  });
}

/**
 * The first port from `wanted` on that is free on every host.
 *
 * @param {number} wanted 0 is any
 * @returns {Promise<number>}
 */
async function listenFrom(wanted) {
  const servers = [];
  let port = wanted;
  try {
    for (const host of hosts) {
      const server = await listen(host, port);
      if (server === null) continue;
      servers.push(server);
      port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    }
    return port;
  } catch (error) {
    for (const server of servers) server.close();
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE") throw error;
    return listenFrom(port + 1);
  }
}

const port = await listenFrom(Number(PORT || DEFAULT_PORT));
const host = !HOST || /^(0\.0\.0\.0|::)$/.test(HOST) ? "localhost" : HOST;
const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
console.log(`플레이그라운드가 열렸습니다. Open the playground: ${address} (끝내기 Stop: Ctrl+C)`);
