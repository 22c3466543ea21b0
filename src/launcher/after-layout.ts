import { isNativeFunction } from "../builtins.js";
import { readNative } from "../natives.js";

/**
 * Waits, while the page loads, until the browser has laid an element out by itself, and calls back before it
 * paints. What is read of its style then costs the page no layout of its own. An element that is not displayed has
 * no layout to wait for. From the load event on the page is laid out, so the callback comes at once.
 */
export class AfterLayout {
  private callback = () => {};
  private readonly observer: ResizeObserver | null;

  constructor(private readonly element: Element) {
    // Not in Safari before 13.1 and Firefox before 69. A page's own may observe nothing.
    const isKnown = isNativeFunction(window.ResizeObserver);
    this.observer = isKnown ? new ResizeObserver(() => this.finish()) : null;
  }

  /**
   * Of several callbacks before the layout, the last counts.
   *
   * @returns whether it waits
   */
  request(callback: () => void): boolean {
    this.callback = callback;
    this.stop();
    const isLoading = readNative(document, "readyState") !== "complete";
    // Whoever begins to observe is told of the size as it is.
    if (this.observer && isLoading) {
      this.observer.observe(this.element);
      return true;
    }
    callback();
    return false;
  }

  /** Calls back no more. */
  stop(): void {
    this.observer?.disconnect();
  }

  private finish(): void {
    // First: if the callback changed the size, the browser would throw "ResizeObserver loop" into the page.
    this.stop();
    this.callback();
  }
}
