// Runs inline in the stand-in's page: what only the window itself knows.
(() => {
  const RECOMMENDED = { width: 1024, height: 800 };
  const TEXTS = JSON.parse(document.body.dataset.texts ?? "{}");
  const sent = document.querySelectorAll("#verdict li").length;

  /** What is wrong with the window, by key. */
  const problems = new Map();

  /**
   * @param {string} id
   * @param {string} text
   * @param {"good" | "bad" | ""} [verdict]
   */
  const show = (id, text, verdict = "") => {
    const element = document.getElementById(id);
    if (!element) return;
    element.textContent = text;
    element.classList.toggle("good", verdict === "good");
    element.classList.toggle("bad", verdict === "bad");
  };

  /** Adds the window's problems to the request's. */
  const showVerdict = () => {
    const verdict = document.getElementById("verdict");
    const [heading, list] = verdict?.children ?? [];
    if (!verdict || !heading || !list) return;
    for (const old of list.querySelectorAll(".window")) old.remove();
    for (const said of problems.values()) {
      const item = document.createElement("li");
      item.className = "window";
      const level = document.createElement("span");
      level.className = "level warning";
      level.textContent = TEXTS.warning;
      const text = document.createElement("span");
      text.textContent = said;
      item.append(level, text);
      list.append(item);
    }
    const count = sent + problems.size;
    heading.textContent = count ? TEXTS.found.replace("{count}", count) : TEXTS.fine;
    verdict.classList.toggle("good", count === 0);
    if (!verdict.classList.contains("error")) verdict.classList.toggle("warning", count > 0);
  };

  const measure = () => {
    const { innerWidth: width, innerHeight: height } = window;
    const size = `${width} × ${height}`;
    const frame = window.outerHeight - height;
    problems.delete("size");
    show("size", size);
    if (matchMedia("(pointer: coarse)").matches) show("size-note", TEXTS["size.phone"]);
    else if (width >= RECOMMENDED.width && height >= RECOMMENDED.height) {
      show("size-note", TEXTS["size.good"], "good");
    } else if (
      screen.availWidth < RECOMMENDED.width ||
      screen.availHeight - frame < RECOMMENDED.height
    ) {
      show("size-note", TEXTS["size.screen"]);
    } else {
      show("size-note", TEXTS["size.bad"], "bad");
      problems.set("size", TEXTS["size.problem"].replace("{size}", size));
    }
    showVerdict();
  };

  const isCut = window.opener === null;
  show("opener", isCut ? "null" : TEXTS["opener.some"]);
  show("opener-note", TEXTS[isCut ? "opener.good" : "opener.bad"], isCut ? "good" : "bad");
  if (!isCut) problems.set("opener", TEXTS["opener.problem"]);

  const { referrer } = document;
  show("referrer", referrer || TEXTS.none);
  // Within one site, as between the playground and this page, the whole address is the usual one.
  if (referrer.includes("?") && new URL(referrer).origin !== location.origin) {
    problems.set("referrer", TEXTS["referrer.problem"]);
  }

  measure();
  addEventListener("resize", measure);
  const time = document.querySelector("time");
  if (time)
    time.textContent = new Date(time.dateTime).toLocaleTimeString(document.documentElement.lang);
})();
