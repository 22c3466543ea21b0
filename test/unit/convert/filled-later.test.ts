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
  "a name that one of several elements fills": {
    script: `let size = "";
      document.querySelectorAll("#opt, #memo").forEach((one) => one.addEventListener("click", () => { size = one.dataset.size; }));
      document.querySelector("#b").addEventListener("click", () => { ${OPEN} "size=" + size); });`,
    extra: `"size=" + size`,
  },
  "a member that has something at first": {
    script: `var order = { size: "S", count: 1 };
      $("#opt").change(function () { order.size = $(this).val(); });
      $("#b").click(function () { ${OPEN} "size=" + order.size); });`,
    extra: `"size=" + order.size`,
  },
  "an object as a whole": {
    script: `var order = { size: "" };
      document.querySelector("#memo").addEventListener("change", function () { order.size = this.value; });
      document.querySelector("#b").addEventListener("click", function () { ${OPEN} JSON.stringify(order)); });`,
    extra: "JSON.stringify(order)",
  },
  "a list": {
    script: `var chosen = ["web"];
      $("#opt").on("change", function () { chosen.push($(this).val()); });
      $("#b").on("click", function () { ${OPEN} chosen.join(",")); });`,
    extra: `chosen.join(",")`,
  },
  "what is counted in depth": {
    script: `var state = { order: { no: "", step: 1 } };
      $("#memo").on("click", function () { state.order.step++; });
      $("#b").on("click", function () { ${OPEN} JSON.stringify(state.order)); });`,
    extra: "JSON.stringify(state.order)",
  },
  "what nothing on the page calls": {
    script: `var App = { cart: { count: 0 } };
      function add() { App.cart.count += 1; }
      $("#b").on("click", function () { ${OPEN} "cart=" + App.cart.count); });`,
    extra: `"cart=" + App.cart.count`,
  },
  "what an object's own methods fill": {
    script: `var Cart = { items: [], total: 0, add: function (id, price) { this.items.push(id); this.total += price; },
        ask: function () { ${OPEN} "n=" + this.items.join(",") + this.total); } };
      $("#b").on("click", function () { Cart.ask(); });`,
    extra: `"n=" + Cart.items.join(",") + Cart.total`,
  },
  "what a delegated listener fills": {
    script: `var state = { grade: "m1" };
      $("#grades").on("click", "button", function () { state.grade = $(this).data("grade"); });
      $("#b").on("click", function () { ${OPEN} state.grade); });`,
    extra: "state.grade",
  },
  "an object that another takes the place of": {
    script: `var chosen = { id: "1" };
      $("#b").on("click", function () { ${OPEN} "id=" + chosen.id); });
      $("#grades").on("click", "button", function () { chosen = { id: $(this).data("grade") }; });`,
    extra: `"id=" + chosen.id`,
  },
  "one of several rows": {
    script: `var rows = [{ no: "1" }, { no: "2" }], row = rows[0];
      document.getElementById("opt").onchange = function () { row = rows[this.selectedIndex]; };
      document.getElementById("b").onclick = function () { ${OPEN} "no=" + row.no); };`,
    extra: `"no=" + row.no`,
  },
  "what an answer fills": {
    script: `var shop = { user: null, load: function () { var self = this; $.get("/me", function (r) { self.user = r.id; }); } };
      shop.load();
      $("#b").click(function () { ${OPEN} "m=" + shop.user); });`,
    extra: `"m=" + shop.user`,
  },
};

const FIELDS = `<select id="opt"><option>빨강</option></select><input id="memo"><p id="grades"><button data-grade="m1">중1</button></p><button id="b">상담</button>`;

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
