/** What a server of the CDN's folder has to say about each file, whatever server it is. */

/** One rule for each of the three kinds of address. `nginx.conf` and the documentation have the same. */
export const CACHE = {
  /** An exact version never changes. */
  exact: "public, max-age=31536000, immutable",
  /** An alias moves with each release: after 10 minutes the browser asks, without waiting for the answer. */
  alias: "public, max-age=600, stale-while-revalidate=86400",
};

/** For every file: any page may load it, also with `integrity`, and also under `require-corp`. */
export const COMMON = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};

export const TYPES = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  map: "application/json; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

/**
 * The file `_headers` of Cloudflare Pages and Netlify. Both join the values of rules that overlap,
 * so no header is in two rules for one address.
 *
 * @param {string[]} versions
 * @param {string[]} aliases
 */
export function renderHeaders(versions, aliases) {
  const moving = [...aliases.map((alias) => `/${alias}/*`), "/sri.json", "/versions.json"];
  return [
    renderRule("/*", COMMON),
    ...Object.entries(TYPES).map(([end, type]) =>
      renderRule(`/*.${end}`, { "Content-Type": type }),
    ),
    ...versions.map((version) => renderRule(`/${version}/*`, { "Cache-Control": CACHE.exact })),
    ...moving.map((path) => renderRule(path, { "Cache-Control": CACHE.alias })),
  ].join("\n");
}

/**
 * @param {string} path
 * @param {Record<string, string>} headers
 */
function renderRule(path, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${path}\n${lines.join("")}`;
}
