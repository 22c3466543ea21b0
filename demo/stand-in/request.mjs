/**
 * A request as the stand-in has received it.
 *
 * @typedef {object} Received
 * @property {string} method
 * @property {string} url the raw request target
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {Buffer} body the raw body
 * @property {[string, string][]} fields decoded as application/x-www-form-urlencoded, in order
 * @property {"write" | "open" | null} endpoint
 */

/**
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<Received>}
 */
export async function receive(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const method = request.method ?? "GET";
  const url = request.url ?? "/";
  const body = Buffer.concat(chunks);
  const { path, query } = splitTarget(url);
  const fields = parseForm(method === "POST" ? body : query);
  const id = /^\/chat\/open\/([^/]+)$/.exec(path)?.[1];
  if (id !== undefined && method === "GET") {
    fields.unshift(["uuid", decodePercent(Buffer.from(id, "latin1")).toString()]);
  }
  return { method, url, headers: request.headers, body, fields, endpoint: findEndpoint(path) };
}

/** @param {string} url */
function splitTarget(url) {
  const mark = url.indexOf("?");
  if (mark < 0) return { path: url, query: Buffer.alloc(0) };
  // Node reads the request line as latin1: one character is one byte.
  return { path: url.slice(0, mark), query: Buffer.from(url.slice(mark + 1), "latin1") };
}

/**
 * @param {string} path
 * @returns {Received["endpoint"]}
 */
function findEndpoint(path) {
  if (path === "/v1/chat/write") return "write";
  return path === "/chat/open" || /^\/chat\/open\/[^/]+$/.test(path) ? "open" : null;
}

/**
 * By bytes, not by URLSearchParams: that takes a string, so bytes that are not UTF-8 would be lost
 * before they could be seen.
 *
 * @param {Buffer} bytes
 * @returns {[string, string][]}
 */
function parseForm(bytes) {
  return bytes
    .toString("latin1")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const mark = pair.indexOf("=");
      const [name, value] = mark < 0 ? [pair, ""] : [pair.slice(0, mark), pair.slice(mark + 1)];
      return [decodeFormText(name), decodeFormText(value)];
    });
}

/** @param {string} text */
function decodeFormText(text) {
  return decodePercent(Buffer.from(text.replaceAll("+", " "), "latin1")).toString();
}

/** @param {Buffer} bytes */
function decodePercent(bytes) {
  const text = bytes
    .toString("latin1")
    .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, "latin1");
}
