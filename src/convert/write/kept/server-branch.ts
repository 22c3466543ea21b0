import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import type { Called, Guard } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { DEEPEST, isFunction, listChildren } from "../../read/script/references.js";
import { kindOfBranch } from "../../read/server/decisions.js";
import type { Tag } from "../../read/server/templates.js";
import { findPlace } from "./opening-place.js";

/** A server's branch that a place stands in: where its tags begin, and the number of the branch. */
interface Branch {
  begin: number;
  at: number;
}

/** The statements of a block that a server sends only where it sends no chat: those of another branch, or of one that leaves. */
export function listOfOtherServer(
  block: Node,
  step: Called,
  start: Start,
  facts: Facts,
): readonly Node[] {
  const { tags = [] } = step.script;
  if (tags.length === 0 || block.type !== "BlockStatement") return [];
  const place = findPlace(step, start, facts);
  if (place === Number.POSITIVE_INFINITY) return [];
  const own = listBranches(place, tags);
  const left = listLeft(start.guards, tags);
  return block.body.filter((one) =>
    listBranches(Number(one.start), tags).some(({ begin, at }) => {
      const beside = own.find((other) => other.begin === begin);
      return beside ? beside.at !== at : left.has(begin);
    }),
  );
}

/** What a server sends in place of the branch that a condition of its own stands for. */
export function listInsteadByServer(
  guard: Guard,
  step: Called,
  start: Start,
  facts: Facts,
): readonly Node[] {
  const { tags = [] } = step.script;
  const begins = listBegins(guard.test, tags);
  const visit = (at: Node, depth: number): readonly Node[] => {
    if (depth > DEEPEST || (isFunction(at) && at !== step.node)) return [];
    const others = listOfOtherServer(at, step, start, facts);
    const own = others.filter((one) => begins.some((begin) => isWithin(one, begin, tags)));
    const rest = listChildren(at).filter((one) => !others.includes(one));
    return [...own, ...rest.flatMap((one) => visit(one, depth + 1))];
  };
  return begins.length > 0 ? visit(step.node, 0) : [];
}

/** The branches that a place stands in, the outermost first. */
function listBranches(place: number, tags: readonly Tag[]): Branch[] {
  const open: Branch[] = [];
  for (const { source, start } of tags) {
    if (start >= place) break;
    const kind = kindOfBranch(source);
    const last = open.at(-1);
    if (kind === "open") open.push({ begin: start, at: 0 });
    else if (kind === "other" && last) open[open.length - 1] = { ...last, at: last.at + 1 };
    else if (kind === "end") open.pop();
  }
  return open;
}

/** Where the branches begin that leave before the chat is started: the condition is known by their first statement. */
function listLeft(guards: readonly Guard[], tags: readonly Tag[]): ReadonlySet<number> {
  const left = guards.filter(({ holds }) => !holds);
  return new Set(left.flatMap(({ test }) => listBegins(test, tags)));
}

function listBegins({ start }: Node, tags: readonly Tag[]): number[] {
  const last = listBranches(Number(start), tags).at(-1);
  return last ? [last.begin] : [];
}

function isWithin({ start }: Node, begin: number, tags: readonly Tag[]): boolean {
  return listBranches(Number(start), tags).some((one) => one.begin === begin);
}
