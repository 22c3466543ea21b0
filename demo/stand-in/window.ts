import { POPUP_HEIGHT, POPUP_WIDTH } from "../../src/kakao.js";
import { element } from "../playground/dom.js";
import type { Values } from "../playground/texts/texts.js";
import type { StandInKey } from "./texts.js";

type Say = (key: StandInKey, values?: Values) => string;
type Row = { value: string; note: string; level: "good" | "bad" | ""; problem: string };

/** What only the window itself knows, again at each change of its size. */
export function measureWindow(
  place: HTMLElement,
  say: Say,
  onChange: (problems: string[]) => void,
): void {
  const show = () => {
    const rows: [name: string, id: string, row: Row][] = [
      [say("size"), "size", readSize(say)],
      ["opener", "opener", readOpener(say)],
      [say("referrer"), "referrer", readReferrer(say)],
    ];
    place.replaceChildren(...rows.flatMap(([name, id, row]) => createRow(name, id, row)));
    onChange(rows.map(([, , { problem }]) => problem).filter(Boolean));
  };
  show();
  addEventListener("resize", show);
}

function createRow(name: string, id: string, { value, note, level }: Row): HTMLElement[] {
  const said = element("span", `note ${level}`, note);
  said.id = `${id}-note`;
  return [element("dt", "", name), element("dd", "", element("span", "", value), " ", said)];
}

function readSize(say: Say): Row {
  const size = `${innerWidth} × ${innerHeight}`;
  const isSmallScreen =
    screen.availWidth < POPUP_WIDTH ||
    screen.availHeight - (outerHeight - innerHeight) < POPUP_HEIGHT;
  const row = (key: StandInKey, level: Row["level"] = "", problem = ""): Row => {
    return { value: size, note: say(key), level, problem };
  };
  if (matchMedia("(pointer: coarse)").matches) return row("size.phone");
  if (innerWidth >= POPUP_WIDTH && innerHeight >= POPUP_HEIGHT) return row("size.good", "good");
  if (isSmallScreen) return row("size.screen");
  return row("size.bad", "bad", say("size.problem", { size }));
}

function readOpener(say: Say): Row {
  return window.opener === null
    ? { value: "null", note: say("opener.good"), level: "good", problem: "" }
    : {
        value: say("opener.some"),
        note: say("opener.bad"),
        level: "bad",
        problem: say("opener.problem"),
      };
}

function readReferrer(say: Say): Row {
  const { referrer } = document;
  // Within one site, as between the playground and this page, the whole address is the usual one.
  const isWhole = referrer.includes("?") && new URL(referrer).origin !== location.origin;
  return {
    value: referrer || say("none"),
    note: "",
    level: "",
    problem: isWhole ? say("referrer.problem") : "",
  };
}
