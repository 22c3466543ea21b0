/** @typedef {{ level: "error" | "warning", text: string }} Problem */

const KNOWN_NAMES = ["uuid", "extra", "bot", "event"];
const BOT_VALUES = ["true", "false", "auto"];
const EXTRA_LIMIT = 1000;
const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * What Kakao would not accept, or would not take as the sender meant it: the errors first.
 *
 * @param {import("../stand-in.mjs").Received} received
 * @returns {Problem[]}
 */
export function findProblems(received) {
  const problems = [
    ...findRequestProblems(received),
    ...findUuidProblems(findValue(received.fields, "uuid")),
    ...findValueProblems(received.fields),
    ...findNameProblems(received.fields),
  ];
  return problems.sort((a, b) => a.level.localeCompare(b.level));
}

/**
 * @param {[string, string][]} fields
 * @param {string} name
 */
function findValue(fields, name) {
  return fields.find(([key]) => key === name)?.[1];
}

/** @param {string} text @returns {Problem} */
const error = (text) => ({ level: "error", text });

/** @param {string} text @returns {Problem} */
const warning = (text) => ({ level: "warning", text });

/** @param {import("../stand-in.mjs").Received} received */
function* findRequestProblems({ method, headers, endpoint }) {
  if (endpoint === null) {
    yield error("상담 주소가 아닙니다. 카카오의 주소는 /v1/chat/write와 /chat/open 두 가지입니다.");
  }
  if (method !== "GET" && method !== "POST") {
    yield error(`GET과 POST만 쓸 수 있는데 ${method} 방식으로 왔습니다.`);
  }
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim();
  if (method === "POST" && type !== FORM_TYPE) {
    yield error(`본문의 형식이 ${FORM_TYPE}가 아닙니다: ${type || "표시 없음"}`);
  }
}

/** @param {[string, string][]} fields */
function* findNameProblems(fields) {
  const names = fields.map(([name]) => name);
  for (const name of new Set(names)) {
    if (!KNOWN_NAMES.includes(name)) yield warning(`API 문서에 없는 이름입니다: “${name}”`);
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      yield warning(`같은 이름이 두 번 이상 왔습니다: “${name}”`);
    }
  }
}

/** @param {string | undefined} uuid */
function* findUuidProblems(uuid) {
  if (!uuid) {
    yield error("uuid가 없습니다. 어느 채널인지 알 수 없어 상담이 시작되지 않습니다.");
  } else if (/^@?_/.test(uuid)) {
    yield error(
      "uuid가 채널의 공개 아이디(_로 시작)로 보입니다. @로 시작하는 검색용 아이디가 필요합니다.",
    );
  } else if (!uuid.startsWith("@")) {
    yield error("uuid가 @로 시작하지 않습니다. 채널의 검색용 아이디는 @로 시작합니다.");
  }
}

/** @param {[string, string][]} fields */
function* findValueProblems(fields) {
  const extra = findValue(fields, "extra") ?? "";
  if (extra.length > EXTRA_LIMIT) {
    yield warning(
      `extra가 1,000자를 넘습니다(${extra.length.toLocaleString("ko")}자). 카카오는 넘는 부분을 알리지 않고 잘라 냅니다.`,
    );
  }
  const bot = findValue(fields, "bot");
  if (bot !== undefined && !BOT_VALUES.includes(bot)) {
    yield BOT_VALUES.includes(bot.toLowerCase())
      ? warning(`bot에 대문자가 있습니다(${bot}). 카카오는 소문자만 알아봅니다.`)
      : warning("bot의 값이 true, false, auto 가운데 하나가 아닙니다.");
  }
  if (findValue(fields, "event") !== undefined && bot !== "true" && bot !== "auto") {
    yield warning("event는 봇으로 시작할 때만 쓰입니다. bot이 true나 auto가 아닙니다.");
  }
  for (const [name, value] of fields) {
    if (value === "" && name !== "uuid") yield warning(`값이 비어 있습니다: “${name}”`);
    if (`${name}${value}`.includes("\uFFFD")) {
      yield warning(
        `“${name}”에 깨진 글자(U+FFFD)가 있습니다. UTF-8이 아닌 문자 집합(EUC-KR 등)으로 보냈을 수 있습니다.`,
      );
    }
  }
}
