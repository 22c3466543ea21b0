import type { Statement } from "@babel/types";
import type { Context } from "../context.js";

/** Notes what a function asks about an answer before it goes on: `if (!answer.ok) throw new Error();` */
export function noteThrown(consequent: Statement, { guards, frame }: Context): void {
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  const guard = guards.at(-1);
  if (last?.type === "ThrowStatement" && guard?.code.isAwaited) frame.thrown.push(guard);
}
