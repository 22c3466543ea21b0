import { expect, it } from "vitest";
import { listLines } from "../../../src/check/lines";
import { convert } from "../../../src/convert/convert";

it("names all that a component loses, however much that is", () => {
  const names = Array.from({ length: 30 }, (_, at) => `colour${at}`);
  const pasted = `export const F = () => <ShopButton ${names.map((one) => `${one}="a"`).join(" ")} onClick={() => window.open("https://bizmessage.kakao.com/chat/open/@shop", "_blank", "noopener")}>상담</ShopButton>;`;
  const { findings } = convert(pasted);
  expect(listLines([], findings, pasted)).toMatchObject([
    { code: "KC944", level: "note", values: { names: `<ShopButton>, ${names.join(", ")}` } },
  ]);
});
