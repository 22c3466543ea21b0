import { afterEach, describe, expect, it, vi } from "vitest";
import { collectAnswers } from "../../../src/chat/answers";

afterEach(() => {
  vi.useRealTimers();
});

describe("collectAnswers", () => {
  it("merges them in the order of the calls, not of the answers", async () => {
    const late = new Promise((resolve) =>
      setTimeout(() => resolve({ extra: "a", bot: "true" }), 5),
    );
    expect(await collectAnswers([late, Promise.resolve({ extra: "b" }), { event: "c" }])).toEqual({
      extra: "b",
      bot: "true",
      event: "c",
    });
  });

  it.each([[[]], [[undefined]], [[null, Promise.resolve()]]])(
    "takes %j for nothing",
    async (all) => {
      expect(await collectAnswers(all)).toEqual({});
    },
  );

  it.each([
    ["a text", "order=1", "[object String]"],
    ["a number", 0, "[object Number]"],
    ["false", false, "[object Boolean]"],
    ["a response", new Response("a"), "[object Response]"],
    ["an array", [{ extra: "a" }], "[object Array]"],
    ["an error", Error("secret"), "[object Error]"],
    ["a function", () => "a", "[object Function]"],
    ["what holds the options further in", { data: { extra: "a" } }, "{ data }"],
    ["what a server refuses by", { error: 401, extras: "a" }, "{ error, extras }"],
    [
      "an instance with getters and a field",
      new (class {
        own = "a";
        get extra() {
          return this.own;
        }
      })(),
      "{ own }",
    ],
    [
      "an instance with getters",
      new (class {
        get extra() {
          return "a";
        }
      })(),
      "[object]",
    ],
  ])("says that %s is no answer, and not what is in it", async (_, answer, kind) => {
    for (const all of [[answer], [{ extra: "a" }, Promise.resolve(answer)]]) {
      const error = await collectAnswers(all);
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toBe(`an answer that is no options: ${kind}`);
    }
  });

  it.each([
    ["one rejects", () => [{ extra: "a" }, Promise.reject(Error("secret"))]],
    [
      "one throws as it is read",
      () => [
        {
          get extra() {
            throw Error("secret");
          },
        },
      ],
    ],
    [
      "one is a thenable that throws",
      () => [
        {
          // biome-ignore lint/suspicious/noThenProperty: what makes it a thenable
          get then() {
            throw Error("secret");
          },
        },
      ],
    ],
  ])("does not say why if %s", async (_, make) => {
    expect(await collectAnswers(make())).toEqual(Error("no answer"));
  });

  it("leaves no timer behind", async () => {
    vi.useFakeTimers();
    await collectAnswers([{ extra: "a" }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("waits for 5 seconds", async () => {
    vi.useFakeTimers();
    let answer: unknown = "none yet";
    collectAnswers([new Promise(() => {})]).then((value) => {
      answer = value;
    });
    await vi.advanceTimersByTimeAsync(4999);
    expect(answer).toBe("none yet");
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toEqual(Error("no answer"));
  });
});
