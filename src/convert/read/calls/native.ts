import { attach, createElement, detach } from "../markup/element.js";
import { noteBirth } from "../script/births.js";
import { placeOf } from "../script/context.js";
import { appendHtml, noteMade } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { addStart, addWindow, KAKAO, withChoices } from "../start.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callServer, callText } from "./coding.js";
import { callData } from "./data.js";
import { callQuery, findAll } from "./query.js";
import { callLaterKnown } from "./requests.js";

/** Functions of the browser's and of libraries, by their dotted names. */
export function callNative(called: Called, name: string): Value | null {
  return (
    (called.run.show ? callServer(called, name) : null) ??
    callText(called, name) ??
    callPage(called, name) ??
    callData(called, name) ??
    callLaterKnown(called, name) ??
    callSdk(called, name)
  );
}

function callPage(called: Called, name: string): Value | null {
  const { node, values, context, run } = called;
  const text = (index: number) => toText(values[index] ?? textValue(""), run);
  switch (name) {
    case "open":
    case "window.open": {
      const url = text(0);
      const target = text(1);
      const isKnown = run.pieces.findCode(target).length === 0;
      const window = addWindow(run, context, {
        name: isKnown ? (values[1] ? target : "_blank") : null,
        features: text(2),
        hasChat: KAKAO.test(withChoices(run, url)),
      });
      addStart(run, context, node, { how: "window", url, window, target: window.name });
      return { kind: "window", window };
    }
    case "location.assign":
    case "location.replace":
    case "document.location.assign":
    case "document.location.replace":
      addStart(run, context, node, { how: "page", url: text(0) });
      return UNDEFINED;
    case "document.write":
    case "document.writeln":
      appendHtml(run.root, text(0), run, context);
      return UNDEFINED;
    case "document.createElement": {
      const element = createElement(text(0).toLowerCase(), "script");
      element.isConditional = context.isConditional;
      noteMade([element], context, run);
      noteBirth(element, context, run);
      run.made.push(element);
      return { kind: "elements", elements: [element] };
    }
    case "Alpine.data":
      if (values[1]) run.global.declare(text(0), values[1]);
      return UNDEFINED;
    case "document.addEventListener":
    case "addEventListener":
      if (values[1]) run.handle(values[1], null, context, text(0));
      return UNDEFINED;
    case "document.body.appendChild":
    case "document.body.append":
    case "document.body.prepend":
    case "document.body.insertBefore":
    case "document.documentElement.appendChild":
      for (const value of values) {
        if (value.kind !== "elements") continue;
        attach(value.elements);
        noteMade(value.elements, context, run);
      }
      return values[0] ?? UNDEFINED;
    case "document.body.removeChild":
      for (const value of values) if (value.kind === "elements") detach(value.elements);
      return UNDEFINED;
    case "document.body.insertAdjacentHTML":
      appendHtml(run.root, text(1), run, context);
      return UNDEFINED;
    default:
      return callQuery(called, name);
  }
}

function callSdk({ node, values, context, run }: Called, name: string): Value | null {
  if (!/^Kakao\.(Channel|PlusFriend)\.\w+$/.test(name)) return null;
  const [first] = values;
  const id =
    first?.kind === "object"
      ? [...first.entries].find(([key]) => /channelPublicId|plusFriendId/i.test(key))
      : null;
  const container = first?.kind === "object" ? first.entries.get("container") : undefined;
  const trigger = container ? (findAll(run, toText(container, run))[0] ?? null) : context.trigger;
  run.sdkCalls.push({
    name,
    id: id ? run.pieces.show(toText(id[1], run)) : "",
    place: placeOf(node, context),
    trigger,
    guards: context.guards,
  });
  return UNDEFINED;
}
