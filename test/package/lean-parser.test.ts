import { build } from "esbuild";
import { expect, it } from "vitest";
import { convert } from "../../src/convert/convert";
import { leanParser } from "../../tools/lean-parser.mjs";
import { OLD_BUTTONS } from "../unit/convert/corpus";
import { OLD_PAGES } from "../unit/convert/pages";

const LETTERS = `<button id="b">상담</button><script>
  var 상담 = "@shop", ªb = "1", a\u200cb = "2", 𠮷 = "3", $_ = "4";
  b.onclick = () => window.open("https://bizmessage.kakao.com/chat/open/" + 상담 + "?extra=" + ªb + a\u200cb + 𠮷 + $_);
</script>`;

it("reads whatever the whole parser reads", { timeout: 180_000 }, async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/convert/convert.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    plugins: [leanParser],
    define: { KAKAO_CHAT_ORIGIN: '"https://bizmessage.kakao.com"', KAKAO_CHAT_VERSION: '""' },
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
  const lean: { convert: typeof convert } = await import(`data:text/javascript;base64,${code}`);
  expect(convert(LETTERS).converted?.input).toMatchObject({ uuid: "@shop", extra: "1234" });
  for (const pasted of [LETTERS, ...[...OLD_BUTTONS, ...OLD_PAGES].map((one) => one.code)])
    expect(lean.convert(pasted), pasted).toEqual(convert(pasted));
});
