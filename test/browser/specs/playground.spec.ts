/** The playground's story: type, see the error, mend it, try it; in both languages, by any hands. */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { LATER } from "../harness/pages";
import { expect, findViolations, openChat, test } from "../harness/playground";

const ID = "@상담데모";

/** Opens Kakao for real, as far as this page can tell: after the confirmation. */
async function tryIt(tab: Page): Promise<Page> {
  await tab.click("#stage > *");
  await expect(tab.locator("#confirm")).toBeVisible();
  return openChat(tab, "#confirm-yes");
}

/** The request's fields as the page shows them. */
function shownFields(tab: Page): Promise<[string, string][]> {
  return tab
    .locator("#request tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("th")?.textContent ?? "",
        row.querySelector("td")?.textContent ?? "",
      ]),
    );
}

test("from a pasted public id to a consultation", async ({ tab, standIn }) => {
  await expect(tab.locator("#uuid-problems")).toHaveText("검색용 아이디를 넣으면 버튼이 완성돼요.");
  await expect(tab.locator("#snippets .snippet")).toHaveCount(0);
  await tab.fill("#uuid", "_mHvbs");
  await expect(tab.locator("#uuid-problems")).toContainText("공개 아이디");
  await expect(tab.locator("#uuid-help dl")).toBeVisible();
  await expect(tab.locator("#uuid")).toHaveAttribute("aria-invalid", "true");
  await tab.locator("#uuid-problems summary").click();
  await expect(tab.locator("#uuid-problems details code")).toHaveText(
    /^\[kakao-chat\] KC106 uuid: expected .* got "_mHvbs"$/,
  );
  await tab.click("#stage > *");
  await expect(tab.locator("#outcome")).toHaveText(
    "오류가 있어서 열지 않았어요. ‘채널의 검색용 아이디’ 항목을 확인해 주세요.",
  );
  await expect(tab.locator("#outcome")).toHaveClass(/bad/);
  await expect(tab.locator("#uuid")).toBeFocused();
  expect(await standIn.settled()).toEqual([]);

  await tab.fill("#uuid", ID);
  await expect(tab.locator("#uuid-problems")).toHaveText("");
  await tab.fill("#extra", "주문=1\n상품=2&3");
  await expect(tab.locator("#extra-count")).toHaveText("12 / 1,000자");
  await tab.selectOption("#bot", "auto");
  await tab.fill("#event", "시작");
  const shown = await shownFields(tab);
  const chat = await tryIt(tab);
  const received = await standIn.only();
  expect(received.fields).toEqual([
    ["uuid", ID],
    ["extra", "주문=1\r\n상품=2&3"],
    ["bot", "auto"],
    ["event", "시작"],
  ]);
  expect(shown).toEqual(received.fields);
  await expect(tab.locator("#outcome")).toHaveText("팝업을 열고 GET 방식으로 보냈어요.");
  await expect(tab.locator("#webhook")).toContainText('"bot_event": "시작"');
  expect(await chat.evaluate(() => [innerWidth, innerHeight, opener])).toEqual([1024, 800, null]);
});

test("nothing is said in the console before something is typed", async ({ tab, playground }) => {
  const lines: string[] = [];
  tab.on("console", (line) => lines.push(line.text()));
  for (const look of ["launcher", "solid", "outline", "link", "image"]) {
    await tab.goto(`${playground}?${look}#look=${look}&tab=html`);
    await tab.locator("#extra").fill("page={path}");
    await tab
      .locator("#stage")
      .getByText(/카카오톡 상담/)
      .hover();
    expect(lines).toEqual([]);
    // What is not there leads to the field, and nowhere else.
    await tab
      .locator("#stage")
      .getByText(/카카오톡 상담/)
      .click();
    await expect(tab.locator("#outcome")).toHaveClass(/bad/);
    await expect(tab.locator("#uuid")).toBeFocused();
    lines.length = 0;
  }
  expect(tab.context().pages()).toHaveLength(1);
});

test("a confirmation that is declined sends nothing", async ({ tab, standIn }) => {
  await tab.fill("#uuid", ID);
  await tab.click("#stage > *");
  await expect(tab.locator("#confirm-text")).toContainText(ID);
  await tab.click("#confirm-no");
  await expect(tab.locator("#confirm")).toBeHidden();
  await tab.click("#stage > *");
  await tab.keyboard.press("Escape");
  expect(await standIn.settled()).toEqual([]);
  expect(tab.context().pages()).toHaveLength(1);
});

test("a long extra goes by POST, and the page says why", async ({ tab, standIn }) => {
  await tab.fill("#uuid", ID);
  await tab.fill("#extra", "상담".repeat(600));
  await expect(tab.locator("#extra-count")).toHaveText("1,200 / 1,000자");
  await expect(tab.locator("#extra-problems")).toContainText("뒤쪽 200자는 잘려요");
  await expect(tab.locator("#request")).toContainText("2,000자를 넘어서 POST로 보내요");
  await tryIt(tab);
  const { method, fields } = await standIn.only();
  expect(method).toBe("POST");
  expect(fields[1]).toEqual(["extra", "상담".repeat(500)]);
});

test("each setting is sent as it is shown", async ({ tab, standIn }) => {
  await tab.fill("#uuid", ID);
  await tab.fill("#extra", "tel=010-1234-5678");
  await expect(tab.locator("#extra-problems")).toContainText("휴대폰 번호처럼 보이는 값이 있어요.");
  await tab.click("#more > summary");
  await tab.selectOption("#endpoint", "open");
  await tab.selectOption("#method", "post");
  await tab.selectOption("#privacy", "mask");
  await tab.fill("#width", "1200");
  await tab.fill("#height", "850");
  await expect(tab.locator("#devices")).toContainText("1200 × 850 팝업");
  await expect(tab.locator("#request .address")).toHaveText(
    "https://bizmessage.kakao.com/chat/open",
  );
  const shown = await shownFields(tab);
  const chat = await tryIt(tab);
  const received = await standIn.only();
  expect(received).toMatchObject({ method: "POST", url: "/chat/open" });
  expect(received.fields).toEqual(shown);
  expect(new Map(shown).get("extra")).toBe("tel=*************");
  expect(await chat.evaluate(() => [innerWidth, innerHeight])).toEqual([1200, 850]);
});

test("the button of this page is real, in each look", async ({ tab, playground, standIn }) => {
  for (const [before, look] of ["launcher", "solid", "outline", "link", "image"].entries()) {
    await test.step(look, async () => {
      await tab.goto(`${playground}?${look}#uuid=${ID}&extra=a%26b&share=true&look=${look}`);
      const box = await tab.locator("#stage > *").boundingBox();
      const stage = await tab.locator("#stage").boundingBox();
      expect(box && stage && box.y >= stage.y && box.y + box.height <= stage.y + stage.height).toBe(
        true,
      );
      const chat = await tryIt(tab);
      expect((await standIn.only(before)).fields).toEqual([
        ["uuid", ID],
        ["extra", "a&b"],
      ]);
      await chat.close();
    });
  }
});

test("the address keeps the settings, and the extra only where asked", async ({ tab, context }) => {
  await tab.fill("#uuid", ID);
  await tab.fill("#extra", "order=1234");
  await tab.selectOption("#bot", "auto");
  await tab.click("#tab-gtm");
  await tab.locator("[name=look][value=outline]").check();
  await expect.poll(() => tab.url()).toContain("tab=gtm");
  await expect.poll(() => tab.url()).toContain("look=outline");
  expect(tab.url()).not.toMatch(/extra|order|1234/);

  const colleague = await context.newPage();
  await colleague.goto(tab.url());
  await expect(colleague.locator("#uuid")).toHaveValue(ID.slice(1));
  await expect(colleague.locator("#bot")).toHaveValue("auto");
  await expect(colleague.locator("#extra")).toHaveValue("");
  await expect(colleague.locator("#tab-gtm")).toHaveAttribute("aria-selected", "true");

  await tab.check("#share");
  await tab.click("#share-copy");
  const shared = await tab.evaluate(() => navigator.clipboard.readText());
  await colleague.goto(shared);
  await expect(colleague.locator("#extra")).toHaveValue("order=1234");
  await expect(colleague.locator("#share")).toBeChecked();
  await tab.uncheck("#share");
  await expect.poll(() => tab.url()).not.toContain("extra");
});

test("an address from a stranger cannot do more than fill in the form", async ({
  tab,
  playground,
}) => {
  const evil = encodeURIComponent(`"><img src=x onerror="window.evil=1"><script>evil=1</script>`);
  await tab.goto(`${playground}?#uuid=${evil}&label=${evil}&host=${evil}&via=javascript:evil=1`);
  await expect(tab.locator("#host-problems")).toContainText("https://");
  await tab.goto(`${playground}?a#uuid=@shop&label=${evil}&extra=${evil}&bot=${evil}`);
  await expect(tab.locator("#stage > *")).toContainText("<script>");
  expect(await tab.evaluate(() => Reflect.get(window, "evil"))).toBeUndefined();
  await expect(tab.locator("#stage img, #snippets img")).toHaveCount(0);
});

test.describe("in a browser that is not Korean", () => {
  test.use({ contextOptions: { locale: "en-US" } });

  test("it is English, and Korean at a click, all of it", async ({ tab }) => {
    await expect(tab.locator("html")).toHaveAttribute("lang", "en");
    await tab.click("#example");
    await tab.fill("#event", "start");
    await tab.fill("#uuid", "_mHvbs");
    await expect(tab.locator("#uuid-problems")).toContainText("public id");
    // Kakao's own names stay Korean, and so do the other language's name and the example's values.
    const korean = () =>
      tab.evaluate(() => {
        const names =
          /관리자센터|카카오톡 채널|프로필|검색용 아이디|@검색용아이디|한국어|디자인 편집|디자인|카카오로 이동 중입니다|환경설정|SEO, 헤더 설정|공통 코드 삽입|코드/g;
        return document.body.innerText.replace(names, "").match(/[가-힣]+/g) ?? [];
      });
    expect(await korean()).toEqual([]);
    for (const name of await tab.getByRole("tab").all()) {
      await name.click();
      expect(await korean()).toEqual([]);
    }
    await tab.locator("[name=lang][value=ko]").check();
    await expect(tab.locator("html")).toHaveAttribute("lang", "ko");
    await expect(tab.locator("h1")).toHaveText("카카오톡 상담 버튼 만들기");
    await expect(tab.locator("#uuid-problems")).toContainText("공개 아이디");
    await expect.poll(() => tab.url()).toContain("lang=ko");
    await tab.reload();
    await expect(tab.locator("h1")).toHaveText("카카오톡 상담 버튼 만들기");
  });
});

for (const [colorScheme, width, otherWidth] of [
  ["light", 360, 1920],
  ["dark", 1920, 360],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ contextOptions: { colorScheme, viewport: { width, height: 900 } } });

    test("has no violation and nothing beside the screen, whatever is shown", async ({ tab }) => {
      test.slow();
      const check = async (...within: string[]) => {
        expect(await findViolations(tab, ...within)).toEqual([]);
        await checkWidth();
      };
      const expectNothingBeside = async () => {
        const beside = await tab.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect(beside).toBeLessThanOrEqual(0);
      };
      const checkWidth = async (look = expectNothingBeside) => {
        for (const size of [otherWidth, width]) {
          await tab.setViewportSize({ width: size, height: 900 });
          await look();
        }
      };
      await check();
      await tab.fill("#uuid", "https://pf.kakao.com/_mHvbs");
      await tab.fill("#extra", `${"가나다라 010-1234-5678\n".repeat(80)}`);
      await tab.fill("#event", "시작");
      await tab.click("#more > summary");
      await tab.fill("#via", "ftp://partner");
      await tab.fill("#host", "cdn");
      await tab.selectOption("#target", "self");
      await check();
      await tab.fill("#uuid", ID);
      await tab.fill("#via", "");
      await tab.fill("#host", "");
      await tab.click("#check-open");
      await tab.fill(
        "#old",
        `<div onclick="window.open('https://bizmessage.kakao.com/chat/open/@a?extra=010-1234-5678','','width=1,height=1')">a</div>`,
      );
      const names = await tab.getByRole("tab").all();
      await checkWidth(async () => {
        for (const name of names) {
          await name.click();
          await expectNothingBeside();
        }
      });
      // One of each kind: with ticks, with several pieces, with a style.
      for (const name of ["gtm", "react", "cafe24"]) {
        await tab.click(`#tab-${name}`);
        await check("#snippets");
      }
      await tab.click("#developers > summary");
      for (const [look, part] of [
        ["launcher", "#launcher-settings"],
        ["image", "#image-settings"],
        ["link", "#developers"],
      ] as const) {
        await tab.locator(`[name=look][value=${look}]`).check();
        await check(part, "#stage");
      }
      await tab.fill("#extra", "");
      for (const token of await tab.locator("#tokens button").all()) await token.click();
      await expect(tab.locator("#sample")).toBeVisible();
      await check();
      await tab.click("#stage > *");
      await expect(tab.locator("#confirm")).toBeVisible();
      await check();
    });
  });
}

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
] as const) {
  test.describe(`${width} x ${height}`, () => {
    test.use({ contextOptions: { viewport: { width, height } } });

    test("the code and its button are in view without scrolling", async ({ tab }) => {
      const isInView = (selector: string) =>
        tab
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return top >= 0 && top < innerHeight && bottom > 0;
          });
      // What it will look like, before there is an id.
      expect(await isInView("#snippets pre")).toBe(true);
      await tab.fill("#uuid", ID);
      expect(await isInView("#snippets pre")).toBe(true);
      const copy = tab.locator("#snippets .copy");
      await expect(copy).toBeInViewport({ ratio: 1 });
      await expect(tab.locator("#bar-copy")).toBeHidden();
      // And it stays there beside a long form.
      await tab.click("#more > summary");
      await tab.locator("#reuse").scrollIntoViewIfNeeded();
      await expect(copy).toBeInViewport({ ratio: 1 });
    });
  });
}

test.describe("on a phone", () => {
  test.use({
    contextOptions: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  });

  test("nothing that is tapped is lower than 24 pixels, and no summary lower than 44", async ({
    tab,
  }) => {
    await tab.click("#more > summary");
    await tab.fill("#extra", "tel=010-1234-5678");
    await tab.fill("#uuid", "MyStore");
    const low = await tab.evaluate(() =>
      [...document.querySelectorAll("a, button, summary, select, input:not([type=radio])")]
        .map((each) => {
          // A tick is tapped by its label, too, and a link within words may be as low as they are.
          const { height } = each.getBoundingClientRect();
          return { height, name: each.id || each.textContent || each.localName, each };
        })
        .filter(({ height, each }) => {
          const least = each.localName === "summary" ? 44 : 24;
          return height > 0 && height < least && !each.matches(".skip, [type=checkbox]");
        })
        .map(({ height, name }) => `${name}: ${height}`),
    );
    expect(low).toEqual([]);
  });

  test("the preview and the code are one tap away", async ({ tab }) => {
    await tab.tap("#bar-copy");
    // Without an id there is nothing to copy: the tap leads to the field.
    await expect(tab.locator("#uuid")).toBeFocused();
    await tab.fill("#uuid", "mystore");
    await expect(tab.locator("#bar-copy")).toHaveText("코드 복사");
    await tab.tap("#bar-copy");
    await expect(tab.locator("#bar-copy")).toHaveText("복사됨 ✓");
    await expect(tab.locator("#snippets pre").first()).toBeInViewport();
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toContain('"@mystore"');
    await tab.tap("#bar-preview");
    await expect(tab.locator("#stage > *")).toBeInViewport({ ratio: 1 });
  });
});

test("what is wrong is named where the code would be, and leads to its field", async ({ tab }) => {
  await tab.fill("#uuid", ID);
  await tab.click("#more > summary");
  await tab.fill("#via", "ftp://partner");
  await tab.click("#more > summary");
  await expect(tab.locator("#snippets .snippet")).toHaveCount(0);
  const link = tab.locator("#snippets .inline");
  await expect(link).toHaveText("파트너 페이지 주소를 확인해 주세요.");
  await link.click();
  await expect(tab.locator("#via")).toBeFocused();
  await tab.click("#reset");
  await expect(tab.locator("#uuid")).toHaveAttribute("aria-invalid", "false");
  await expect(tab.locator("#uuid-problems .problem")).toHaveCount(0);
});

test("the id is taken out of whatever is pasted", async ({ tab }) => {
  for (const pasted of [
    "https://bizmessage.kakao.com/chat/open/@mystore?extra=a",
    "@mystore",
    ' data-kakao-chat="@mystore"',
  ]) {
    await tab.fill("#uuid", "");
    await tab.locator("#uuid").focus();
    await tab.evaluate((text) => navigator.clipboard.writeText(text), pasted);
    await tab.keyboard.press("Control+V");
    await expect(tab.locator("#uuid")).toHaveValue("mystore");
    await expect(tab.locator("#uuid-problems")).toHaveText("");
    await expect(tab.locator("#snippets pre").first()).toContainText('data-uuid="@mystore"');
  }
});

test("what the page knows is put in by buttons, and shown as the example page gives it", async ({
  tab,
  standIn,
}) => {
  await tab.fill("#uuid", ID);
  await expect(tab.locator("#sample")).toBeHidden();
  const tokens = tab.locator("#tokens button");
  await tokens.nth(0).click();
  await tokens.nth(4).click();
  await expect(tab.locator("#extra")).toHaveValue("page={path}&utm_source={query:utm_source}");
  await expect(tab.locator("#extra-count")).toHaveText("최대 417 / 1,000자");
  await tab.fill("#sample-address", "https://shop.example/상품/7?utm_source=a%26b");
  const sent = "page=/상품/7&utm_source=a%26b";
  await expect(tab.locator("#sample-result")).toHaveText(sent);
  // The code has the tokens, for every page to fill in.
  await expect(tab.locator("#snippets pre").first()).toContainText(
    'data-kakao-chat-extra="page={path}&amp;utm_source={query:utm_source}"',
  );
  await tryIt(tab);
  expect((await standIn.only()).fields).toEqual([
    ["uuid", ID],
    ["extra", sent],
  ]);
  // Each platform has its own places for a product.
  await tab.fill("#extra", "");
  await tab.click("#tab-cafe24");
  await tokens.nth(3).click();
  await expect(tab.locator("#extra")).toHaveValue("product={meta:product:productId}");
  await expect(tab.locator("#sample-result")).toHaveText("product=987");
});

test("what a button has put in follows the platform, and what was typed stays", async ({ tab }) => {
  const extra = tab.locator("#extra");
  const code = tab.locator("#snippets");
  await tab.fill("#uuid", ID);
  await tab.locator("#tokens button").nth(3).click();
  await expect(extra).toHaveValue("product={path}");
  await expect(tab.locator("#sample-number")).toBeHidden();
  await tab.click("#tab-cafe24");
  await expect(extra).toHaveValue("product={meta:product:productId}");
  await expect(code).toContainText("product={meta:product:productId}");
  await expect(tab.locator("#sample-number")).toBeVisible();
  await extra.press("Control+End");
  await extra.pressSequentially("&mine={query:idx}");
  await tab.click("#tab-gnuboard");
  await expect(extra).toHaveValue("product={query:it_id}&mine={query:idx}");
  await expect(code).toContainText("product%3D%7Bquery");
  // It is said of what was typed that it finds nothing there.
  const line = tab.locator("#foreign");
  await expect(line).toContainText("아임웹의 상품 페이지에만 있는 값이에요({query:idx}).");
  await tab.click("#tab-imweb");
  await expect(extra).toHaveValue("product={query:idx}&mine={query:idx}");
  await expect(line).toHaveText("");
  await tab.click("#tab-html");
  await expect(extra).toHaveValue("product={path}&mine={query:idx}");
});

test("the launcher is what some platforms begin with, until another look is chosen", async ({
  tab,
}) => {
  const chosen = tab.locator("[name=look]:checked");
  await tab.fill("#uuid", ID);
  await expect(chosen).toHaveValue("solid");
  for (const name of ["cafe24", "imweb", "gtm"]) {
    await tab.click(`#tab-${name}`);
    await expect(chosen).toHaveValue("launcher");
    await expect(tab.locator("#stage kakao-chat-launcher button")).toBeVisible();
  }
  await tab.fill("#launcher-color", "no colour");
  await expect(tab.locator("#launcher-color-problems summary")).toHaveText("KC704");
  await tab.fill("#launcher-color", "#204080");
  await expect(tab.locator("#launcher-color-problems")).toHaveText("");
  await tab.locator("[name=look][value=outline]").check();
  await tab.click("#tab-cafe24");
  await expect(chosen).toHaveValue("outline");
  await tab.click("#reset");
  await expect(chosen).toHaveValue("launcher");
  // What is shown as chosen can be chosen: then it stays on the other platforms.
  await tab.locator("[name=look][value=launcher]").click();
  await tab.click("#tab-html");
  await expect(chosen).toHaveValue("launcher");
});

test("an image that came with a link is not asked for until somebody types it", async ({
  tab,
  playground,
  network,
}) => {
  const image = "https://leak.test/talk.png";
  await tab.goto(`${playground}?image#uuid=${ID}&look=image&image=${image}&label=상담`);
  await expect(tab.locator("#stage .no-image")).toHaveText("상담");
  expect(network.refused).toEqual([]);
  await tab.fill("#image", "https://tools.test/talk.png");
  await expect(tab.locator("#stage img")).toHaveAttribute("alt", "상담");
  await expect(tab.locator("#snippets pre").first()).toContainText(
    '<img src="https://tools.test/talk.png" alt="상담">',
  );
  expect(network.refused).toEqual([]);
});

test("the files of this build can be downloaded, with the hash that the code has", async ({
  tab,
}) => {
  for (const name of ["", "-launcher", "-partner", "-seal"].map((part) => `kakao-chat${part}.js`)) {
    const file = tab.locator("#files-list li", { hasText: name }).first();
    const [download] = await Promise.all([
      tab.waitForEvent("download"),
      file.getByRole("link").click(),
    ]);
    const bytes = await readFile(await download.path());
    const hash = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
    await expect(file.locator(".hash")).toHaveText(hash);
    expect(bytes.equals(await readFile(new URL(`../../../dist/${name}`, import.meta.url)))).toBe(
      true,
    );
  }
});

test("the footer leads to the documents, and they to each other and back", async ({
  tab,
  network,
}) => {
  await tab.locator("footer").getByRole("link", { name: "문서" }).click();
  await expect(tab.locator("h1")).toHaveText("kakao-chat-button");
  expect(await findViolations(tab)).toEqual([]);
  await tab.getByRole("link", { name: "카페24" }).click();
  await expect(tab.locator(":target")).toHaveText("카페24");
  for (const width of [360, 1920]) {
    await tab.setViewportSize({ width, height: 900 });
    expect(await findViolations(tab)).toEqual([]);
    const beside = await tab.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(beside).toBeLessThanOrEqual(0);
  }
  await tab.getByRole("link", { name: "English" }).click();
  await expect(tab.locator("h1")).toHaveText("Platforms");
  expect(network.refused).toEqual([]);
});

test("by keyboard alone: id, look, tab and copy", async ({ tab, standIn }) => {
  test.slow();
  const press = async (key: string, count = 1) => {
    for (let at = 0; at < count; at++) await tab.keyboard.press(key);
  };
  const focused = () => tab.evaluate(() => document.activeElement?.id ?? "");
  const tabTo = async (id: string) => {
    for (let at = 0; at < 60 && (await focused()) !== id; at++) await press("Tab");
    expect(await focused()).toBe(id);
  };
  await press("Tab");
  await press("Enter");
  expect(await focused()).toBe("preview");
  await tabTo("uuid");
  await tab.keyboard.type("@shop");
  await expect(tab.locator("#uuid")).toHaveValue("shop");
  await expect(tab.locator("#uuid-problems")).toHaveText("");
  await press("Tab", 2);
  await press("ArrowRight");
  await expect(tab.locator("#stage > *")).toHaveClass("kakao-chat-outline");
  await tabTo("label");
  await tab.keyboard.type("문의하기");
  await tabTo("tab-html");
  await press("ArrowRight", 1);
  expect(await focused()).toBe("tab-cafe24");
  await press("End");
  await expect(tab.locator("#tab-partner")).toHaveAttribute("aria-selected", "true");
  await press("Home");
  await expect(tab.locator("#tab-html")).toHaveAttribute("aria-selected", "true");
  // The panel, the two ways to an address of one's own, and the code.
  await press("Tab", 4);
  await press("Enter");
  await expect(tab.locator("#snippets .copy").first()).toHaveText("복사됨 ✓");
  await expect(tab.locator("#said")).toHaveText("복사했어요.");
  await expect(tab.locator("#said")).toHaveAttribute("role", "status");
  expect(await tab.evaluate(() => navigator.clipboard.readText())).toContain("문의하기</button>");

  await tab.locator("#stage > *").focus();
  await press("Enter");
  await expect(tab.locator("#confirm")).toBeVisible();
  await press("Tab");
  const [chat] = await Promise.all([tab.waitForEvent("popup"), press("Enter")]);
  await chat.waitForURL(/kakao/);
  expect((await standIn.only()).fields).toEqual([["uuid", "@shop"]]);
});

test("one page, one script, one style sheet, and nothing moves", async ({
  tab,
  network,
  playground,
}) => {
  await tab.goto(`${playground}?fresh#uuid=@shop&tab=vue&look=link&bot=auto&via=ftp:`);
  const shift = await tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list
              .getEntries()
              .reduce((all, entry) => all + (Reflect.get(entry, "value") as number), 0),
          ),
        ).observe({ type: "layout-shift", buffered: true });
        // Without any there is no report.
        requestAnimationFrame(() => setTimeout(resolve, 300, 0));
      }),
  );
  expect(shift).toBeLessThan(0.01);
  const asked = network.siteRequests.map(({ url }) => url.replace(/^.*\//, ""));
  expect(asked.slice(-3).sort()).toEqual(["?fresh", "playground.css", "playground.js"]);
  expect(network.refused).toEqual([]);
});

test.describe("npm start", () => {
  test("prints one address, and shows what arrived there", async ({ browser }) => {
    test.slow();
    const server = spawn(process.execPath, ["demo/serve.mjs"], {
      cwd: fileURLToPath(new URL("../../../", import.meta.url)),
      env: { ...process.env, PORT: "0", HOST: "127.0.0.1" },
    });
    try {
      const line = await new Promise<string>((resolve) =>
        server.stdout.once("data", (data) => resolve(String(data))),
      );
      const addresses = line.match(/http:\S+/g) ?? [];
      expect(addresses).toHaveLength(1);
      const context = await browser.newContext({
        viewport: null,
        locale: "ko-KR",
        proxy: { server: "http://127.0.0.1:9", bypass: "127.0.0.1,localhost" },
      });
      const tab = await context.newPage();
      await tab.goto(addresses[0] ?? "");
      await tab.click("#example");
      await expect(tab.locator("#real")).toContainText("연습용 상담 창");
      const [chat] = await Promise.all([tab.waitForEvent("popup"), tab.click("#stage > *")]);
      await expect(chat.locator("h1")).toHaveText("실제 카카오가 아니에요");
      await expect(chat.locator("body")).toContainText("order=1234&product=987");
      await expect(chat.locator("#size-note")).toHaveClass(/good/);
      await expect(chat.locator("#opener-note")).toHaveClass(/good/);
      await expect(chat.locator("#verdict")).toHaveClass(/good/);
      await expect(chat.locator("#verdict h2")).toHaveText("문제없어요");
      expect(await findViolations(chat)).toEqual([]);
      const address = chat.url();
      await chat.close();

      const wrong = await context.newPage();
      await wrong.goto(address.replace(/uuid=[^&]*/, "uuid=_abc"));
      await expect(wrong.locator("#verdict h2")).toHaveText(
        "상담이 시작되지 않아요: 아이디가 잘못됐어요",
      );
      await expect(wrong.locator("#verdict")).toContainText("KC106");
      await expect(wrong.locator("tbody tr.error th")).toContainText("uuid");
      await expect(wrong.locator("section", { hasText: "요청 내용 요약" })).not.toContainText(
        /상담사|챗봇|전달/,
      );
      expect(await findViolations(wrong)).toEqual([]);
      const long = address.replace(/extra=[^&]*/, `extra=${"a".repeat(1200)}`);
      await wrong.goto(long);
      await expect(wrong.locator("section", { hasText: "요청 내용 요약" })).toContainText(
        "메타 정보 1,200자 가운데 앞의 1,000자만 전달돼요.",
      );
      await wrong.goto(address.replace("/v1/chat/write", "/v1/chat/wirte"));
      await expect(wrong.locator("#verdict h2")).toHaveText(
        "상담이 시작되지 않아요: 주소가 잘못됐어요",
      );
      await wrong.close();

      // The same address in a window that a shop has made by hand.
      const [small] = await Promise.all([
        tab.waitForEvent("popup"),
        tab.evaluate((url) => void window.open(url, "own", "width=350,height=550"), address),
      ]);
      await expect(small.locator("#verdict h2")).toHaveText(
        "상담은 시작되지만 확인할 점이 2가지 있어요",
      );
      await expect(small.locator("#verdict li")).toHaveCount(2);
      await expect(small.locator("#verdict")).toContainText("350 ×");
      await expect(small.locator("#verdict")).toContainText("opener");
      expect(await findViolations(small)).toEqual([]);
      await small.close();

      await tab.click("#more > summary");
      await tab.click("#via-practice");
      await tab.selectOption("#method", "post");
      // A double click within the second would be the same one.
      await tab.waitForTimeout(LATER);
      const [partner] = await Promise.all([tab.waitForEvent("popup"), tab.click("#stage > *")]);
      await partner.waitForURL(/\/v1\/chat\/write/);
      await expect(partner.locator("body")).toContainText("order=1234&product=987");
      await context.close();
    } finally {
      server.kill();
    }
  });
});
