const KAKAO = "https://bizmessage.kakao.com";

/**
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
function find(selector) {
  return /** @type {T} */ (document.querySelector(selector));
}

/**
 * @param {string} name
 * @param {string} className
 * @param {...(string | Node)} children
 */
function create(name, className, ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

/* The markup beside each button */

/** Longer than this, and each attribute has a line of its own. */
const LINE = 60;

/** @param {string} text */
const shorten = (text) =>
  text.length > 80 ? `${text.slice(0, 8)}… (${text.length.toLocaleString("ko")}자)` : text;

/** @param {Attr} attribute */
function formatAttribute({ name, value }) {
  const text = shorten(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
  return value === "" ? name : `${name}="${text}"`;
}

/**
 * An element as one would write it: its look (class) and the demo's own id left out.
 *
 * @param {Element} element
 */
function formatMarkup(element) {
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== "class" && name !== "id")
    .map(formatAttribute);
  const name = element.localName;
  const icon = element.querySelector("svg") ? "<svg>…</svg> " : "";
  const content = icon + element.textContent?.trim();
  const oneLine = `<${[name, ...attributes].join(" ")}>${content}</${name}>`;
  if (oneLine.length <= LINE) return oneLine;
  const head = attributes.findIndex((text) => text.startsWith("data-kakao-chat")) + 1;
  const start = [name, ...attributes.slice(0, head)].join(" ");
  return `<${[start, ...attributes.slice(head)].join("\n  ")}>\n  ${content}\n</${name}>`;
}

/** @param {Element} example */
function showMarkup(example) {
  const markup = [...example.querySelectorAll("[data-kakao-chat]")].map(formatMarkup).join("\n");
  const codes = example.closest(".card")?.querySelector(".codes");
  if (!codes || markup === "") return;
  let pre = codes.querySelector(".markup");
  if (!pre) {
    pre = create("pre", "code markup", create("code", ""));
    codes.prepend(pre);
  }
  /** @type {Element} */ (pre.firstElementChild).textContent = markup;
}

find("#long").setAttribute(
  "data-kakao-chat-extra",
  "가나다라마바사아자차카타파하".repeat(72).slice(0, 1000),
);
for (const example of document.querySelectorAll(".example")) showMarkup(example);

// Shown as one would write it; here the link goes where the buttons go.
for (const link of document.querySelectorAll("a[data-kakao-chat]")) {
  link.setAttribute("href", `${link.getAttribute("href")}`.replace(KAKAO, location.origin));
}

// `via` is https, or http on localhost alone: by 127.0.0.1 the button goes to localhost, too.
for (const button of document.querySelectorAll("[data-kakao-chat-via]")) {
  const isLoopback = /^(127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  const origin = isLoopback ? `http://localhost:${location.port}` : location.origin;
  button.setAttribute("data-kakao-chat-via", `${origin}/partner.html`);
}

/* Buttons that need a script */

let added = 0;
find("#add").addEventListener("click", () => {
  const button = create("button", "chat", `나중에 생긴 버튼 ${++added}`);
  button.setAttribute("type", "button");
  button.setAttribute("data-kakao-chat", "@상담데모");
  button.setAttribute("data-kakao-chat-extra", `late=${added}`);
  find("#late").append(button);
  showMarkup(find("#late"));
});

find("#later").addEventListener("kakao-chat:before", (event) => {
  const answer = new Promise((resolve) => {
    setTimeout(() => resolve({ extra: "cart=5678" }), 1500);
  });
  /** @type {CustomEvent} */ (event).detail.waitUntil(answer);
});

/* What is wrong with a button, in its card */

/** @typedef {{ code: string, field: string, level: "error" | "warning", message: string }} Problem */

/** @param {Problem} problem */
const formatProblem = ({ code, field, message }) => `[kakao-chat] ${code} ${field}: ${message}`;

/** @param {Problem} problem */
function createProblem(problem) {
  const level = problem.level === "error" ? "오류" : "주의";
  return create(
    "li",
    problem.level,
    create("strong", "", level),
    " ",
    create("code", "", formatProblem(problem)),
  );
}

/**
 * @param {Element} card
 * @param {Problem[]} problems
 */
function showProblems(card, problems) {
  let list = card.querySelector(".problems");
  if (!list) {
    list = create("ul", "problems");
    list.setAttribute("aria-label", "이 버튼의 문제");
    card.append(list);
  }
  list.replaceChildren(...problems.map(createProblem));
}

/* The four events */

const TARGETS = { popup: "팝업", tab: "새 탭", self: "현재 창" };

/** @type {Record<string, [title: string, createDetail: (detail: any) => (string | Node)[]]>} */
const EVENTS = {
  before: ["열기 직전", ({ options }) => createOptionRows(options)],
  open: [
    "열림",
    ({ target, method, url, focused }) => [
      createRow("여는 곳", TARGETS[/** @type {keyof typeof TARGETS} */ (target)] ?? target),
      createRow("방식", focused ? "이미 열린 창을 앞으로 가져옴" : method.toUpperCase()),
      createRow("주소", url),
    ],
  ],
  blocked: ["팝업이 막힘", ({ href }) => [createRow("대신 쓸 주소", href)]],
  problem: ["문제", ({ problems }) => [create("ul", "problems", ...problems.map(createProblem))]],
};

/**
 * @param {string} name
 * @param {unknown} value
 */
function createRow(name, value) {
  return create(
    "div",
    "row",
    create("span", "name", name),
    " ",
    create("span", "value", shortenValue(`${value}`)),
  );
}

/** @param {string} value */
function shortenValue(value) {
  return value.length > 120
    ? `${value.slice(0, 40)}… (모두 ${value.length.toLocaleString("ko")}자)`
    : value;
}

/** @param {Record<string, unknown>} options */
function createOptionRows(options) {
  return Object.entries(options)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => createRow(name, value));
}

/**
 * @param {string} name
 * @param {Event} event
 */
function log(name, event) {
  const { detail, target } = /** @type {CustomEvent} */ (event);
  const [title, createDetail] = EVENTS[name] ?? [name, () => []];
  const button = target instanceof Element ? target.textContent?.trim() : "버튼 없음";
  const item = create(
    "div",
    `event ${name}`,
    create(
      "div",
      "event-head",
      create("span", "title", title),
      " ",
      create("code", "", `kakao-chat:${name}`),
      " ",
      create("time", "", new Date().toTimeString().slice(0, 8)),
    ),
    create("div", "event-button", `“${button}”`),
    ...createDetail(detail),
  );
  const list = find("#log");
  list.append(item);
  list.scrollTop = list.scrollHeight;
  // What scrolls must be reachable by keyboard, but not while there is nothing in it.
  list.tabIndex = 0;
}

for (const name of Object.keys(EVENTS)) {
  document.addEventListener(`kakao-chat:${name}`, (event) => log(name, event));
}

document.addEventListener("kakao-chat:problem", (event) => {
  const { detail, target } = /** @type {CustomEvent} */ (event);
  const card = target instanceof Element && target.closest(".card");
  if (card) showProblems(card, detail.problems);
});

find("#clear").addEventListener("click", () => {
  find("#log").replaceChildren();
  find("#log").removeAttribute("tabindex");
});
