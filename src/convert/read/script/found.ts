import type { Function as FunctionNode } from "@babel/types";
import type { OldElement } from "../markup/element.js";
import type { Called, Guard, ScriptSource } from "./context.js";
import type { OpenedWindow } from "./value.js";

/** One way in which the old code starts a chat, or goes to some address of Kakao's. */
export interface Start {
  how: "link" | "window" | "page" | "form" | "router" | "caller";
  /** May hold pieces. */
  url: string;
  /** What other elements' handlers change it to, or the whole of which parts are in it; `""` if it is itself. */
  given: string;
  /** The fields of a form. */
  fields: [name: string, text: string][];
  method: "get" | "post";
  /** What is clicked, if that is known. */
  trigger: OldElement | null;
  form: OldElement | null;
  /** The form at whose sending a script starts it. */
  sent: OldElement | null;
  window: OpenedWindow | null;
  /** The name of a link's or a form's window; `null` if it is computed. */
  target: string | null;
  /** In a callback of a request, a promise or a timer. */
  isLate: boolean;
  /** No click starts it: the page does, as it loads. */
  isAtLoad: boolean;
  /** The function that an unknown script has to do it. */
  caller: string;
  /** The shop's own app is asked to open it: `AndroidBridge.openExternal(url)`, `myapp://browser?url=...`. */
  isInApp: boolean;
  /** The call itself, so that one that is reached twice counts once. */
  node: object | null;
  /** The handler that it stands in, for what else that does. */
  handler: FunctionNode | null;
  /** The functions that are called one within the other. */
  chain: readonly Called[];
  script: ScriptSource | null;
  guards: readonly Guard[];
  /** The same, with those that only ask for what pages have. */
  branch: readonly Guard[];
  /** Only the address was found, and nothing that opens it. */
  isLone: boolean;
  /** Its place in what was pasted; -1 if unknown. */
  place: number;
}

/** A call of the Kakao SDK, or another way to the channel's own chat. */
export interface SdkCall {
  name: string;
  id: string;
  place: number;
  trigger: OldElement | null;
  guards: readonly Guard[];
}
