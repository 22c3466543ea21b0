import { readFile, stat } from "node:fs/promises";
import type { Page } from "../check/page.js";
import { decodePage } from "./decode.js";
import { readInput } from "./read-input.js";

/** Why a page could not be read, as a word that `messages.ts` has a sentence for. */
export class PageError extends Error {
  constructor(
    readonly reason:
      | "timeout"
      | "large"
      | "status"
      | "redirects"
      | "address"
      | "type"
      | "tls"
      | "host"
      | "refused"
      | "file"
      | "network"
      | "failed",
    /** What belongs into the sentence. */
    readonly detail = "",
  ) {
    super(reason);
  }
}

/** How much the command takes on for a page that it does not know. */
export interface Limits {
  /** Of one page, with all its redirects. */
  milliseconds: number;
  /** After decompression. */
  bytes: number;
  /** How many are followed. */
  redirects: number;
}

/** The limits unless `--timeout` says otherwise. */
export const LIMITS: Limits = { milliseconds: 15_000, bytes: 5 * 1024 * 1024, redirects: 5 };

/** A page, and the redirects that led to it. */
export interface ReadPage extends Page {
  /** How many there were. */
  redirects: number;
}

/** Reads a page as a browser gets it: without cookies, and without anything that it names. */
export async function readPage(name: string, limits: Limits): Promise<ReadPage> {
  if (/^https?:\/\//i.test(name)) return fetchPage(name, limits);
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(name)) throw new PageError("address", name);
  return readPageFile(name, limits);
}

async function readPageFile(path: string, { bytes }: Limits): Promise<ReadPage> {
  try {
    const isInput = path === "-";
    if (!isInput && (await stat(path)).size > bytes) throw new PageError("large");
    const read = isInput ? await readInput() : await readFile(path);
    if (read.length > bytes) throw new PageError("large");
    const { text, ...encoding } = decodePage(read, "");
    return { html: text, url: null, headers: {}, ...encoding, redirects: 0 };
  } catch (error) {
    if (error instanceof PageError) throw error;
    throw new PageError("file", path);
  }
}

/** What `fetch` unpacks. */
const PACKED = /^(?:(?:x-)?gzip|deflate|br|identity|[\s,])*$/i;

async function fetchPage(address: string, limits: Limits): Promise<ReadPage> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let url = parseAddress(address);
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const response = await request(url, signal);
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel().catch(() => {});
      url = parseAddress(location, url);
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel().catch(() => {});
      throw new PageError("status", String(response.status));
    }
    const type = response.headers.get("content-type") ?? "";
    const packed = response.headers.get("content-encoding") ?? "";
    // Of `text/plain`, browsers show the source.
    const isReadable = !type || /html|xml/i.test(type);
    if (!isReadable || !PACKED.test(packed)) {
      await response.body?.cancel().catch(() => {});
      throw new PageError("type", isReadable ? `content-encoding: ${packed}` : type);
    }
    const { text, ...encoding } = decodePage(await readBody(response, limits), type);
    const headers = Object.fromEntries(response.headers);
    return { html: text, url, headers, ...encoding, redirects };
  }
  throw new PageError("redirects", String(limits.redirects));
}

function parseAddress(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new PageError("address", address);
  }
  if (!/^https?:$/.test(url.protocol)) throw new PageError("address", url.href);
  // A name and a password in an address are for the server that was named.
  if (base && url.origin !== base.origin) {
    url.username = "";
    url.password = "";
  }
  return url;
}

/** A `%` that begins no letter stands for itself. */
function decodePercents(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (letters) =>
    Buffer.from(letters.replace(/%/g, ""), "hex").toString(),
  );
}

async function request(url: URL, signal: AbortSignal): Promise<Response> {
  const headers = {
    accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
    "accept-language": "ko,en;q=0.8",
    "user-agent": "Mozilla/5.0 (compatible; kakao-chat-button check)",
    ...(url.username && {
      authorization: `Basic ${Buffer.from(`${decodePercents(url.username)}:${decodePercents(url.password)}`).toString("base64")}`,
    }),
  };
  const plain = new URL(url);
  plain.username = "";
  plain.password = "";
  try {
    return await fetch(plain, { redirect: "manual", signal, headers });
  } catch (error) {
    throw toPageError(error, url);
  }
}

async function readBody(response: Response, { bytes }: Limits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.length;
      if (length > bytes) {
        await reader?.cancel();
        throw new PageError("large");
      }
      chunks.push(part.value);
    }
  } catch (error) {
    throw toPageError(error, null);
  }
  return Buffer.concat(chunks);
}

const TLS = /CERT|SSL|TLS|SELF_SIGNED|ISSUER|ALTNAME|UNABLE_TO_VERIFY/;

/** What went wrong as a page was read or checked: one page never keeps the others from it. */
export function toPageError(error: unknown, url: URL | null): PageError {
  if (error instanceof PageError) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  if (
    [error, cause].some((one) => one instanceof Error && /^(Timeout|Abort)Error$/.test(one.name))
  ) {
    return new PageError("timeout");
  }
  const message = cause instanceof Error ? cause.message : "";
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : message;
  if (TLS.test(code)) return new PageError("tls", code);
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return new PageError("host", url?.hostname ?? "");
  if (code === "ECONNREFUSED") return new PageError("refused", url?.host ?? "");
  if (error instanceof Error && cause === undefined) return new PageError("failed", String(error));
  return new PageError("network", code);
}
