/**
 * Tells of children that come and go. Where a page has put something else in the place of `MutationObserver`, it tells
 * nothing.
 */
export class ChildChanges {
  private readonly observer: MutationObserver | null;

  constructor(callback: () => void) {
    this.observer = attempt(() => new MutationObserver(callback)) ?? null;
  }

  /** Begins to tell of this node's children, beside those of the nodes before. */
  observe(node: Node): void {
    attempt(() => this.observer?.observe(node, { childList: true }));
  }

  /** The changes until now are not told. */
  forget(): void {
    attempt(() => this.observer?.takeRecords());
  }

  /** Tells of no node any more. */
  stop(): void {
    attempt(() => this.observer?.disconnect());
  }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    // A page's own shim lacks it.
    return undefined;
  }
}
