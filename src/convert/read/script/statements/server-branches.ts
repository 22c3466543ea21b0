import type { Node } from "@babel/types";
import { kindOfBranch, testOf } from "../../server/decisions.js";
import type { Tag } from "../../server/templates.js";
import type { Code } from "../code.js";
import type { Context, Guard, ServerStatements } from "../context.js";
import type { Run } from "../run.js";
import { UNCLEAR } from "./returns.js";
import { askServer } from "./server-question.js";
import { isOtherwise, ServerWrites } from "./server-writes.js";

interface Branch {
  /** What held in front of it. */
  before: Context;
  guard: Guard;
  /** What its branches write; `null` if its end is not here. */
  writes: ServerWrites | null;
  /** The number of the branch that is read. */
  at: number;
  /** The number of the first: what stands before JSP's `c:when` is none. */
  first: number;
  /** What each of them does, as far as it has been read. */
  branches: ServerStatements;
  /** Those that leave the function. */
  left: number[];
  hasOther: boolean;
  /** What its branches ask before they go on: `if (!confirm("...")) return;` */
  asked: Guard[];
}

/**
 * A server's own branches among the statements of one block:
 * `<?php if (!$member) { ?> location.href = "/login"; return; <?php } ?>`
 */
export class ServerBranches {
  /** Nothing comes to what follows. */
  isOver = false;
  readonly #branches: Branch[] = [];
  readonly #tags: readonly Tag[];
  readonly #pieces: Run["pieces"];
  readonly #script: Context["script"];
  #passed = 0;

  constructor(nodes: readonly Node[], { script }: Context, run: Run) {
    this.#pieces = run.pieces;
    this.#script = script;
    const start = script.text.slice(0, nodes[0]?.start ?? 0).trimEnd().length;
    this.#tags = script.tags ?? [];
    while ((this.#tags[this.#passed]?.start ?? start) < start) this.#passed++;
  }

  get isInside(): boolean {
    return this.#branches.length > 0;
  }

  /** @returns what holds at a statement, behind the tags in front of it */
  reach(node: Node, context: Context): Context {
    const start = node.start ?? 0;
    let at = context;
    for (
      let tag = this.#tags[this.#passed];
      tag && tag.start < start;
      tag = this.#tags[++this.#passed]
    )
      at = this.#pass(tag, node, at);
    for (const { branches, at } of this.#branches) branches.statements[at]?.push(node);
    return at;
  }

  #pass({ source }: Tag, node: Node, context: Context): Context {
    const kind = kindOfBranch(source);
    if (kind === "open") {
      const begun = this.#begin(source, node, context);
      this.#branches.push(begun);
      return inBranch(begun, begun.guard);
    }
    const last = this.#branches.at(-1);
    if (!last || !kind) return context;
    if (this.isOver) last.left.push(last.at);
    // Whether it is asked, the server decides.
    for (const asked of context.guards.slice(last.before.guards.length + 1))
      last.asked.push({ ...asked, code: UNCLEAR });
    this.isOver = false;
    if (kind === "other") {
      // JSP's first branch: the tag around all of them asks nothing.
      const isFirst = last.guard.source === "<c:choose>";
      if (isFirst) last.guard = { ...last.guard, source: testOf(source) };
      last.hasOther ||= !isFirst && isOtherwise(source);
      last.at++;
      last.branches.statements.push([]);
      if (isFirst) last.first = last.at;
      return inBranch(last, guardOf(last, [last.at]));
    }
    this.#branches.pop();
    const all = last.branches.statements.map((_, at) => at);
    const goesOn = all.filter((at) => at >= last.first && !last.left.includes(at));
    this.isOver = goesOn.length === 0 && last.hasOther;
    const own = last.left.length > 0 ? [guardOf(last, goesOn)] : [];
    return { ...last.before, guards: [...last.before.guards, ...own, ...last.asked] };
  }

  #begin(source: string, test: Node, before: Context): Branch {
    const { writes, tags, isFlat } = this.#readWrites();
    const code: Code = isFlat ? askServer(tags, this.#pieces) : UNCLEAR;
    const branches = { script: this.#script, statements: [[]] };
    const server = { branches, goesOn: [0] };
    const guard = { test, holds: true, source: testOf(source), code, server };
    return {
      before,
      guard,
      writes,
      at: 0,
      first: 0,
      branches,
      left: [],
      hasOther: false,
      asked: [],
    };
  }

  /** The branches that begin with the tag that is passed: flat if no others stand in them. */
  #readWrites(): { writes: ServerWrites | null; tags: string[]; isFlat: boolean } {
    const tags: string[] = [];
    let depth = 0;
    let isFlat = true;
    for (const { source } of this.#tags.slice(this.#passed)) {
      const kind = kindOfBranch(source);
      if (kind === "open") depth++;
      if (depth > 1) isFlat = false;
      if (kind !== "end" && depth === 1 && kind) tags.push(source);
      if (kind === "end" && --depth === 0)
        return { writes: new ServerWrites(tags, source, this.#pieces), tags, isFlat };
    }
    return { writes: null, tags, isFlat: false };
  }
}

/** The condition as it is for those branches. */
function guardOf({ guard, first, branches }: Branch, goesOn: readonly number[]): Guard {
  return { ...guard, holds: goesOn.includes(first), server: { branches, goesOn } };
}

function inBranch({ before, writes, at }: Branch, guard: Guard): Context {
  const guards = [...before.guards, writes ? { ...guard, branch: { writes, at } } : guard];
  if (!writes) return { ...before, isConditional: true, condition: null, guards };
  return { ...before, server: { writes, at, outer: before.server }, guards };
}
