import type { Node } from "@babel/types";
import { toText } from "../../text/to-text.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { addStart } from "../start.js";
import type { Value } from "../value.js";
import { appendHtml } from "./assign-element.js";
import { assignJquery } from "./jquery-members.js";

/** The page itself goes to an address. */
export function goTo(value: Value, context: Context, run: Run, node: Node): void {
  addStart(run, context, node, { how: "page", url: toText(value, run) });
}

/** Sends a window that is already open to an address. */
export function openIn(
  window: Extract<Value, { kind: "window" }>["window"],
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  window.hasChat = true;
  addStart(run, context, node, {
    how: "window",
    url: toText(value, run),
    window,
    target: window.name,
    isLate: window.isLate,
  });
}

/** `frame.location.href = url` */
export function assignLocation(
  object: Value,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  const isLocation = name === "href" || name === "location";
  if (
    isLocation &&
    object.kind === "code" &&
    /(?:^|\.)(?:location|parent|top)$/.test(object.code.code)
  ) {
    goTo(value, context, run, node);
  }
}

/** `window.name = value`, `location.href = value`, and what else is the browser's. */
export function assignNative(
  object: string,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  const isWindow = /^(window|self|top|parent|globalThis)$/.test(object);
  assignJquery(object, name, value, run);
  if (object === "document.body" && name === "innerHTML")
    appendHtml(run.root, toText(value, run), run, context);
  if (/location$/.test(object) && name === "href") goTo(value, context, run, node);
  else if ((isWindow || object === "document") && name === "location")
    goTo(value, context, run, node);
  else if ((isWindow || object === "document" || object === "document.body") && /^on/.test(name)) {
    run.handle(value, null, context, name.slice(2));
  } else if (isWindow) {
    if (name === "KakaoChatDefaults") run.found.defaults = value;
    run.global.declare(name, value);
  }
}
