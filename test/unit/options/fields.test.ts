import { describe, expect, it } from "vitest";
import { FIELD_NAMES, findNearest } from "../../../src/options/fields";

const names: readonly string[] = FIELD_NAMES;

/** A letter left out, doubled, or changed places with the next. */
function slipsOf(name: string): string[] {
  const slips = [...name].flatMap((letter, at) => {
    const before = name.slice(0, at);
    const after = name.slice(at + 1);
    return [
      before + after,
      before + letter + letter + after,
      before + after[0] + letter + after.slice(1),
    ];
  });
  return slips.filter((slip) => slip !== name && !slip.includes("undefined"));
}

describe("findNearest", () => {
  it("finds a name from each slip of one letter, but for one", () => {
    const found = names.flatMap((name) =>
      slipsOf(name).map((slip) => ({ slip, name, nearest: findNearest(slip, names) })),
    );
    expect(found.filter(({ name, nearest }) => nearest !== name)).toEqual([
      { slip: "taret", name: "target", nearest: "extra" },
    ]);
  });

  it.each([
    ["extras", "extra"],
    ["ext", "extra"],
    ["events", "event"],
    ["end-point", "endpoint"],
    ["re-use", "reuse"],
    ["privicy", "privacy"],
    ["uid", "uuid"],
    ["id", "uuid"],
  ])("finds for %s: %s", (name, nearest) => {
    expect(findNearest(name, names)).toBe(nearest);
  });

  it.each(["", "x", "번호", "\ud800", "__proto__"])("finds one of the known for %j", (name) => {
    expect(names).toContain(findNearest(name, names));
  });
});
