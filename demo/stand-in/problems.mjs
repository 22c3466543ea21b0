/**
 * @typedef {object} Problem
 * @property {"error" | "warning"} level
 * @property {string} key of its text
 * @property {Record<string, string>} [values] what belongs into the text
 */

const KNOWN_NAMES = ["uuid", "extra", "bot", "event"];
const BOT_VALUES = ["true", "false", "auto"];
const EXTRA_LIMIT = 1000;
const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * What Kakao would not accept, or would not take as the sender meant it: the errors first.
 *
 * @param {import("./request.mjs").Received} received
 * @param {(text: string) => boolean} isPersonal
 * @returns {Problem[]}
 */
export function findProblems(received, isPersonal) {
  const problems = [
    ...findRequestProblems(received),
    ...findUuidProblems(findValue(received.fields, "uuid")),
    ...findValueProblems(received.fields, isPersonal),
    ...findNameProblems(received.fields),
  ];
  return problems.sort((a, b) => a.level.localeCompare(b.level));
}

/**
 * @param {[string, string][]} fields
 * @param {string} name
 */
export function findValue(fields, name) {
  return fields.find(([key]) => key === name)?.[1];
}

/**
 * @param {string} key
 * @param {Record<string, string>} [values]
 * @returns {Problem}
 */
const error = (key, values = {}) => ({ level: "error", key: `wrong.${key}`, values });

/**
 * @param {string} key
 * @param {Record<string, string>} [values]
 * @returns {Problem}
 */
const warning = (key, values = {}) => ({ level: "warning", key: `wrong.${key}`, values });

/** @param {import("./request.mjs").Received} received */
function* findRequestProblems({ method, headers, endpoint }) {
  if (endpoint === null) yield error("endpoint");
  if (method !== "GET" && method !== "POST") yield error("method", { method });
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim();
  if (method === "POST" && type !== FORM_TYPE) {
    yield error("type", { expected: FORM_TYPE, got: type || "–" });
  }
}

/** @param {[string, string][]} fields */
function* findNameProblems(fields) {
  const names = fields.map(([name]) => name);
  for (const name of new Set(names)) {
    if (!KNOWN_NAMES.includes(name)) yield warning("unknown", { name });
    if (names.indexOf(name) !== names.lastIndexOf(name)) yield warning("twice", { name });
  }
}

/** @param {string | undefined} uuid */
function* findUuidProblems(uuid) {
  if (!uuid) yield error("missing");
  else if (/^@?_/.test(uuid)) yield error("public");
  else if (!uuid.startsWith("@")) yield error("at");
}

/**
 * @param {[string, string][]} fields
 * @param {(text: string) => boolean} isPersonal
 */
function* findValueProblems(fields, isPersonal) {
  const extra = findValue(fields, "extra") ?? "";
  if (extra.length > EXTRA_LIMIT)
    yield warning("long", { count: extra.length.toLocaleString("en") });
  if (isPersonal(extra)) yield warning("personal");
  const bot = findValue(fields, "bot");
  if (bot !== undefined && !BOT_VALUES.includes(bot)) {
    yield BOT_VALUES.includes(bot.toLowerCase()) ? warning("capital", { bot }) : warning("bot");
  }
  if (findValue(fields, "event") !== undefined && bot !== "true" && bot !== "auto") {
    yield warning("event");
  }
  for (const [name, value] of fields) {
    if (value === "" && name !== "uuid") yield warning("empty", { name });
    if (`${name}${value}`.includes("\uFFFD")) yield warning("garbled", { name });
  }
}
