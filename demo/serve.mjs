/**
 * The second half of `npm start`: serves the playground of `dist/` and a stand-in for Kakao's endpoint on
 * one address.
 *
 * A person's own browser cannot be routed to a stand-in for https://bizmessage.kakao.com. So the page's
 * own scripts are built once more, in memory, with this server's address in its place; what can be
 * downloaded or copied is that of `dist/`.
 */
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import sirv from "sirv";
import { bundle, define } from "../tools/bundle.mjs";
import { buildPlayground, buildStyle } from "./build-playground.mjs";
import { answer } from "./stand-in/server.mjs";

const { HOST, PORT } = process.env;
const DEFAULT_PORT = 4173;

// "localhost" is ::1 to one browser and 127.0.0.1 to the next: without HOST, both are ours.
const hosts = HOST ? [HOST] : ["127.0.0.1", "::1"];

const folder = fileURLToPath(new URL(".", import.meta.url));
const serveFile = sirv(fileURLToPath(new URL("../dist/playground", import.meta.url)), {
  dev: true,
});

/** The scripts that name Kakao's address: from memory, with ours. */
const REBUILT = ["playground.js", "check.js"];

/** @type {Map<string, Promise<Record<string, string>>>} the files of an origin, by their paths */
const built = new Map();

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function serve(request, response) {
  const given = await answer(request);
  if (given) return send(response, given.type, given.body, given.status);
  const path = request.url?.split("?")[0] ?? "/";
  const text = (await findFiles(request))[path];
  if (text !== undefined) {
    return send(response, path.endsWith(".css") ? "text/css" : "text/javascript", text);
  }
  serveFile(request, response, () => send(response, "text/plain", "Not found", 404));
}

/**
 * For the address that the visitor used, which is not ours alone to know: with HOST it may be a
 * name or an address of another network.
 *
 * @param {import("node:http").IncomingMessage} request
 */
function findFiles(request) {
  const { origin } = new URL(`http://${request.headers.host}`);
  const files = built.get(origin) ?? buildFiles(origin);
  built.set(origin, files);
  files.catch(() => built.delete(origin));
  return files;
}

/**
 * @param {string} origin
 * @returns {Promise<Record<string, string>>}
 */
async function buildFiles(origin) {
  const page = await buildPlayground({ origin });
  const { js } = await bundle("kakao-chat-partner.js", { origin });
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${folder}stand-in/page.ts`],
    bundle: true,
    write: false,
    charset: "utf8",
    tsconfigRaw: {},
    define: define(),
  });
  return {
    ...Object.fromEntries(REBUILT.map((name) => [`/${name}`, page[name] ?? ""])),
    "/practice/kakao-chat-partner.js": js,
    "/practice/stand-in.js": outputFiles[0]?.text ?? "",
    "/practice/stand-in.css": await buildStyle(`${folder}stand-in/page.css`),
  };
}
/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} type
 * @param {string} text
 */
function send(response, type, text, status = 200) {
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
  response.writeHead(status, headers).end(text);
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
