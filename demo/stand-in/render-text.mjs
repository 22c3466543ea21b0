/** @param {number} count */
export function formatNumber(count) {
  return count.toLocaleString("en");
}

/**
 * Line ends and characters that cannot be seen are named. U+200D stays: it holds emoji together.
 *
 * @param {string} text
 */
export function renderText(text) {
  return escapeHtml(text).replace(/\r\n|(?!\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, (found) => {
    const name = { "\r\n": "CRLF", "\r": "CR", "\n": "LF", "\t": "TAB" }[found];
    if (name === undefined) return `<mark>${formatCodePoint(found)}</mark>`;
    return `<mark>${name}</mark>${name === "TAB" ? "" : "\n"}`;
  });
}

/** @param {string} character */
function formatCodePoint(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** @param {string} text */
export function escapeHtml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
