/** What an address of Kakao's says. */
export interface Address {
  endpoint: "write" | "open";
  values: Record<string, string>;
}

/**
 * Reads an address that an old button goes to: either of the two that start a chat, or one that only
 * looks like it, which then stands for the id, so that the id's own rule says what is wrong with it.
 */
export function parseAddress(address: string): Address | null {
  const text = address.trim();
  const [, path = "", query = ""] = /bizmessage\.kakao\.com([^?#]*)\??([^#]*)/.exec(text) ?? [];
  const endpoint = /^\/(?:v1\/)?chat\/(write|open)(?![^/])\/?([^/]*)/.exec(path);
  if (!endpoint)
    return path || /pf\.kakao\.com/.test(text)
      ? { endpoint: "write", values: { uuid: text } }
      : null;
  const values: Record<string, string> = {};
  if (endpoint[2]) values.uuid = decode(endpoint[2]);
  for (const [name, value] of new URLSearchParams(query.replace(/&amp;/g, "&"))) {
    // A query that a script puts together elsewhere has no names here.
    if (/^\w+$/.test(name)) values[name] = value;
  }
  return { endpoint: endpoint[1] as Address["endpoint"], values };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
