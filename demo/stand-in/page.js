// Runs inline in the stand-in's page: what only the window itself knows.
(() => {
  const RECOMMENDED = { width: 1024, height: 800 };

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

  const measure = () => {
    const { innerWidth: width, innerHeight: height } = window;
    show("size", `${width} × ${height}`);
    if (matchMedia("(pointer: coarse)").matches) {
      show("size-note", "모바일에는 권장 크기가 없음");
      return;
    }
    const frame = window.outerHeight - height;
    const short = [
      width < RECOMMENDED.width ? `가로 ${RECOMMENDED.width - width}px` : "",
      height < RECOMMENDED.height ? `세로 ${RECOMMENDED.height - height}px` : "",
    ].filter(Boolean);
    if (short.length === 0) {
      show("size-note", "권장 크기 1024 × 800 이상", "good");
    } else if (
      screen.availWidth < RECOMMENDED.width ||
      screen.availHeight - frame < RECOMMENDED.height
    ) {
      show("size-note", "화면이 권장 크기 1024 × 800보다 작음");
    } else {
      show("size-note", `권장 크기 1024 × 800보다 ${short.join(", ")} 작음`, "bad");
    }
  };

  measure();
  addEventListener("resize", measure);

  const isCut = window.opener === null;
  show("opener", isCut ? "null" : "있음");
  if (isCut) show("opener-note", "원래 페이지와 끊김", "good");
  else show("opener-note", "이 창이 원래 페이지를 이동시킬 수 있음", "bad");
  show("referrer", document.referrer || "없음");

  const time = document.querySelector("time");
  if (time) time.textContent = new Date(time.dateTime).toLocaleTimeString("ko");
})();
