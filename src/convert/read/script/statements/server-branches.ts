import type { Node } from "@babel/types";
import { kindOfBranch, testOf } from "../../server/decisions.js";
import type { Tag } from "../../server/templates.js";
import type { Context, Guard } from "../context.js";
import type { Run } from "../run.js";
import { UNCLEAR } from "./returns.js";
import { ServerWrites } from "./server-writes.js";

interface Branch {
  /** What held in front of it. */
  before: Context;
  guard: Guard;
  /** What its branches write; `null` if its end is not here. */
  writes: ServerWrites | null;
  /** The number of the branch that is read. */
  at: number;
  /** Whether one of its branches, and whether each of them, leaves the function. */
  isLeft: boolean;
  isAlwaysLeft: boolean;
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
  #passed = 0;

  constructor(nodes: readonly Node[], { script }: Context, run: Run) {
    this.#pieces = run.pieces;
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
    return at;
  }

  #pass({ source }: Tag, node: Node, context: Context): Context {
    const kind = kindOfBranch(source);
    if (kind === "open") {
      const guard = { test: node, holds: true, source: testOf(source), code: UNCLEAR };
      const writes = this.#readWrites();
      const left = { isLeft: false, isAlwaysLeft: true, hasOther: false, asked: [] };
      const begun = { before: context, guard, writes, at: 0, ...left };
      this.#branches.push(begun);
      return inBranch(begun, guard);
    }
    const last = this.#branches.at(-1);
    if (!last || !kind) return context;
    last.isLeft ||= this.isOver;
    // Whether it is asked, the server decides.
    for (const asked of context.guards.slice(last.before.guards.length + 1))
      last.asked.push({ ...asked, code: UNCLEAR });
    last.isAlwaysLeft &&= this.isOver;
    this.isOver = false;
    if (kind === "other") {
      // JSP's first branch: the tag around all of them asks nothing.
      const isFirst = last.guard.source === "<c:choose>";
      if (isFirst) last.guard = { ...last.guard, source: testOf(source) };
      last.hasOther ||= !isFirst;
      last.at++;
      if (isFirst) return inBranch(last, last.guard);
      return inBranch(last, { ...last.guard, holds: false });
    }
    this.#branches.pop();
    this.isOver = last.isAlwaysLeft && last.hasOther;
    const isKept = last.isLeft && !last.hasOther;
    const own = isKept ? [{ ...last.guard, holds: false }] : [];
    return { ...last.before, guards: [...last.before.guards, ...own, ...last.asked] };
  }

  /** The branches that begin with the tag that is passed. */
  #readWrites(): ServerWrites | null {
    const tags: string[] = [];
    let depth = 0;
    for (const { source } of this.#tags.slice(this.#passed)) {
      const kind = kindOfBranch(source);
      if (kind === "open") depth++;
      if (kind !== "end" && depth === 1 && kind) tags.push(source);
      if (kind === "end" && --depth === 0) return new ServerWrites(tags, source, this.#pieces);
    }
    return null;
  }
}

function inBranch({ before, writes, at }: Branch, guard: Guard): Context {
  const guards = [...before.guards, writes ? { ...guard, server: { writes, at } } : guard];
  if (!writes) return { ...before, isConditional: true, condition: null, guards };
  return { ...before, server: { writes, at, outer: before.server }, guards };
}
