import type { Node } from "@babel/types";
import { kindOfBranch, testOf } from "../server/decisions.js";
import type { Tag } from "../server/templates.js";
import { UNCLEAR } from "./returns.js";
import type { Context, Guard, Run } from "./run.js";

interface Branch {
  /** What held in front of it. */
  before: Context;
  guard: Guard;
  /** Whether one of its branches, and whether each of them, leaves the function. */
  isLeft: boolean;
  isAlwaysLeft: boolean;
  hasOther: boolean;
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
  #passed = 0;

  constructor(nodes: readonly Node[], { script }: Context, { tags }: Run) {
    const [first, last] = [nodes[0], nodes.at(-1)];
    const blanks = /\s*$/.exec(script.text.slice(0, first?.start ?? 0))?.[0].length ?? 0;
    const start = script.offset + (first?.start ?? 0) - blanks;
    const end = script.offset + (last?.start ?? 0);
    const isThere = tags.length > 0 && script.offset >= 0;
    this.#tags = isThere ? tags.filter((tag) => tag.start >= start && tag.start < end) : [];
  }

  get isInside(): boolean {
    return this.#branches.length > 0;
  }

  /** @returns what holds at a statement, behind the tags in front of it */
  reach(node: Node, context: Context): Context {
    const start = context.script.offset + (node.start ?? 0);
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
      const begun = { before: context, guard, isLeft: false, isAlwaysLeft: true, hasOther: false };
      this.#branches.push(begun);
      return inBranch(context, guard);
    }
    const last = this.#branches.at(-1);
    if (!last || !kind) return context;
    last.isLeft ||= this.isOver;
    last.isAlwaysLeft &&= this.isOver;
    this.isOver = false;
    if (kind === "other") {
      last.hasOther = true;
      return inBranch(last.before, { ...last.guard, holds: false });
    }
    this.#branches.pop();
    this.isOver = last.isAlwaysLeft && last.hasOther;
    if (!last.isLeft || last.hasOther) return last.before;
    return { ...last.before, guards: [...last.before.guards, { ...last.guard, holds: false }] };
  }
}

function inBranch(before: Context, guard: Guard): Context {
  return { ...before, isConditional: true, condition: null, guards: [...before.guards, guard] };
}
