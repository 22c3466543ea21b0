import { describe, expect, it } from "vitest";
import { convert } from "../../../src/convert/convert";

const OPEN = `window.open("https://bizmessage.kakao.com/chat/open/@shop?extra=" +`;

/** Where a page's own scripts put something at one event, and read it at the click on the button. */
const SCRIPTS: Record<string, { script: string; extra: string }> = {
  "a member that a select fills": {
    script: `var order = { no: "1", option: "" };
      $("#opt").on("change", function () { order.option = $(this).val(); });
      $("#b").on("click", function () { ${OPEN} order.option); });`,
    extra: "order.option",
  },
  "a name that a select fills": {
    script: `var option = "";
      $("#opt").on("change", function () { option = $(this).val(); });
      $("#b").on("click", function () { ${OPEN} option); });`,
    extra: "option",
  },
  "a member of an event's own": {
    script: `const state = { option: "" };
      document.getElementById("opt").addEventListener("change", (e) => { state.option = e.target.value; });
      document.getElementById("b").addEventListener("click", () => { ${OPEN} state.option); });`,
    extra: "state.option",
  },
  "several names": {
    script: `let color, size = "M", memo = null;
      document.querySelector("#opt").onchange = (e) => { color = e.target.value; };
      document.querySelector("#memo").addEventListener("input", function () { memo = this.value; size = this.dataset.size; });
      document.querySelector("#b").onclick = () => { ${OPEN} color + "/" + size + "/" + memo); };`,
    extra: `color + "/" + size + "/" + memo`,
  },
  "a member that another function fills": {
    script: `var info = { no: "", shop: "a" };
      function load() { info.no = 3; }
      document.getElementById("b").onclick = function () { ${OPEN} info.no); };`,
    extra: "info.no",
  },
};

const FIELDS = `<select id="opt"><option>빨강</option></select><input id="memo"><button id="b">상담</button>`;

function read(script: string) {
  const { converted, findings } = convert(`${FIELDS}<script>${script}</script>`);
  return {
    extra: converted?.input.extra,
    script: converted?.script ?? "",
    codes: findings.map(({ code }) => code),
  };
}

describe.each(Object.entries(SCRIPTS))("%s", (_, { script, extra }) => {
  it("is said by its name, if that is the page's", () => {
    const found = read(script);
    expect(found.script).toContain(`event.detail.options.extra = ${extra};`);
    expect(found.codes).toContain("KC970");
  });

  it("is given up with a finding, if it is a function's own", () => {
    const found = read(`$(function () { ${script} });`);
    expect(found.extra).toBeUndefined();
    expect(found.script).toBe("");
    expect(found.codes).toContain("KC947");
  });
});
