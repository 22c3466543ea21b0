import type { Run } from "../script/run.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { decode } from "./decode.js";
import { spreadConditions } from "./query-parts.js";
import { encodeEntries, toText, withoutEncoder } from "./to-text.js";

/** The pairs that a query is made of. */
export function listEntries(value: Value, run: Run): [string, string][] {
  if (value.kind === "params") return [...value.entries];
  if (value.kind === "object") {
    return [...value.entries]
      .slice(0, 200)
      .filter(([, one]) => !(one.kind === "native" && one.name === "undefined"))
      .map(([key, one]) => [key, toText(one, run)]);
  }
  if (value.kind === "list") {
    return value.items.flatMap((item): [string, string][] => {
      if (item.kind === "list") {
        return [[toText(item.items[0] ?? UNDEFINED, run), toText(item.items[1] ?? UNDEFINED, run)]];
      }
      if (item.kind !== "object") return [];
      const [name, text] = [item.entries.get("name"), item.entries.get("value")];
      return name && text ? [[toText(name, run), toText(text, run)]] : [];
    });
  }
  if (value.kind !== "text") return [];
  return value.text.split("&", 200).flatMap((pair): [string, string][] => {
    const at = pair.indexOf("=");
    const part = (text: string) =>
      withoutEncoder(decode(text.replace(/\+/g, " "), run.pieces), run.pieces);
    return at < 1 ? [] : [[part(pair.slice(0, at)), part(pair.slice(at + 1))]];
  });
}

/** An address and the pairs of its query, each of which can be given another value; all in one where their names are not known. */
export function splitAddress(
  address: string,
  run: Run,
): { base: string; entries: [string, string][] } {
  const [, base = address, query = ""] = /^([^?#]*)\?([^#]*)/.exec(address) ?? [];
  const spread = spreadConditions(query, run.pieces);
  const isKnown = spread.split("&").every((pair) => /^(?:[\w.-]+=|$)/.test(pair));
  if (!isKnown) return { base: address, entries: [] };
  return { base, entries: listEntries(textValue(spread), run) };
}

/** An address by its parts, as routers take it: `{ pathname: "https://...", query: { uuid: "@shop" } }`. */
export function joinParts(entries: ReadonlyMap<string, Value>, run: Run): string {
  const read = (name: string) => {
    const value = entries.get(name);
    return value ? toText(value, run) : "";
  };
  const host = read("host") || read("hostname");
  const query = entries.get("query");
  return [
    host && `${read("protocol").replace(/:$/, "") || "https"}://${host}`,
    read("pathname"),
    query ? `?${encodeEntries(listEntries(query, run), run)}` : read("search"),
  ].join("");
}

/** `new URL("/chat/open/@shop", "https://bizmessage.kakao.com")` */
export function joinAddress(address: string, base: string): string {
  const origin = /^(?:https?:)?\/\/[^/?#]+/i.exec(base)?.[0];
  if (origin === undefined || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(address)) return address;
  if (address.startsWith("/")) return origin + address;
  const folder = base
    .slice(origin.length)
    .replace(/[?#].*$/s, "")
    .replace(/[^/]*$/, "");
  return `${origin}${folder || "/"}${address}`;
}

/** The pairs that a loop over it comes to. */
export function listPairs({ entries }: Extract<Value, { kind: "params" }>): Value[] {
  return entries.map(([name, text]) => ({
    kind: "list",
    items: [textValue(name), textValue(text)],
  }));
}
