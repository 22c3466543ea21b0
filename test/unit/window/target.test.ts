import { describe, expect, it } from "vitest";
import { findTarget } from "../../../src/window/target";
import { userAgents } from "./user-agents";

const TARGETS = { pc: "popup", mobile: "tab", "in-app": "self" } as const;

describe("findTarget", () => {
  it.each(userAgents)("$device: $name", (browser) => {
    expect(findTarget(browser)).toBe(TARGETS[browser.device]);
  });

  it("takes what it does not know for a PC", () => {
    expect(findTarget({ userAgent: "", maxTouchPoints: 0 })).toBe("popup");
  });

  it("takes a Mac with one touch point for a Mac: an iPad has five", () => {
    const userAgent =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";
    const browser = `${userAgent} Chrome/153.0.0.0 Safari/537.36`;
    expect(findTarget({ userAgent: browser, maxTouchPoints: 1 })).toBe("popup");
    expect(findTarget({ userAgent, maxTouchPoints: 1 })).toBe("popup");
  });

  it("takes a Mac whose touch points are unknown for a Mac: Safari 12.1", () => {
    const userAgent =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_4) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Safari/605.1.15";
    expect(findTarget({ userAgent })).toBe("popup");
    expect(findTarget({ userAgent, maxTouchPoints: undefined })).toBe("popup");
    expect(findTarget({ userAgent, maxTouchPoints: 2 })).toBe("tab");
    expect(findTarget({ userAgent, maxTouchPoints: 10 })).toBe("tab");
  });

  it("is tested with at least 60 browsers, each of them once", () => {
    const rows = userAgents.map(
      ({ userAgent, maxTouchPoints }) => `${userAgent} ${maxTouchPoints}`,
    );
    expect(new Set(rows).size).toBeGreaterThanOrEqual(60);
    expect(new Set(userAgents.map(({ name }) => name)).size).toBe(userAgents.length);
  });
});
