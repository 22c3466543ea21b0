/**
 * Evaluation in Chromium without user activation.
 *
 * Whatever Playwright evaluates, down to its search for a selector, it marks as a user gesture. The
 * DevTools protocol leaves that to the caller.
 */

import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import type { Realm } from "../driven";

/** A document's global, in the main frame or another. */
export class ChromiumRealm implements Realm {
  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
    readonly contexts: Map<string, number>,
    readonly frameId?: string,
  ) {}

  static async ofPage(page: Page): Promise<ChromiumRealm> {
    return ChromiumRealm.ofSession(page, await page.context().newCDPSession(page));
  }

  private static async ofSession(page: Page, session: CDPSession): Promise<ChromiumRealm> {
    const contexts = new Map<string, number>();
    session.on("Runtime.executionContextCreated", ({ context }) => {
      const { isDefault, frameId } = context.auxData ?? {};
      if (isDefault && frameId) contexts.set(frameId, context.id);
    });
    session.on("Runtime.executionContextDestroyed", ({ executionContextId }) => {
      for (const [frame, id] of contexts) if (id === executionContextId) contexts.delete(frame);
    });
    session.on("Runtime.executionContextsCleared", () => contexts.clear());
    await session.send("Runtime.enable");
    return new ChromiumRealm(page, session, contexts);
  }

  async evaluateText(expression: string): Promise<string | undefined> {
    const { result, exceptionDetails } = await this.session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
      ...this.#contextId(),
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** The realm of the document in an iframe, whichever process it runs in. */
  async child(selector: string): Promise<ChromiumRealm | undefined> {
    const { result } = await this.session.send("Runtime.evaluate", {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
      ...this.#contextId(),
    });
    if (result.objectId === undefined) return undefined;
    const { node } = await this.session.send("DOM.describeNode", { objectId: result.objectId });
    const { frameId } = node;
    if (frameId === undefined) return undefined;
    if (this.contexts.has(frameId)) {
      return new ChromiumRealm(this.page, this.session, this.contexts, frameId);
    }
    const session = await findFrameSession(this.page, frameId);
    return session && ChromiumRealm.ofSession(this.page, session);
  }

  #contextId(): { contextId?: number } {
    if (this.frameId === undefined) return {};
    const contextId = this.contexts.get(this.frameId);
    if (contextId === undefined) throw new Error("the frame is being navigated");
    return { contextId };
  }
}

/** A frame in a process of its own has a session of its own, whose target is named like the frame. */
async function findFrameSession(page: Page, frameId: string): Promise<CDPSession | undefined> {
  const context: BrowserContext = page.context();
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const session = await context.newCDPSession(frame).catch(() => undefined);
    const target = await session?.send("Target.getTargetInfo");
    if (target?.targetInfo.targetId === frameId) return session;
    await session?.detach();
  }
  return undefined;
}
