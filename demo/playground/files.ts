import { BUILT, type FileName } from "./build-facts.js";
import { copyText } from "./copy.js";
import { button, byId, element, plain, t } from "./dom.js";

/** What somebody without npm takes from here. */
const FILES = [
  { name: "kakao-chat.js", use: "files.kakao-chat" },
  { name: "kakao-chat-launcher.js", use: "files.kakao-chat-launcher" },
  { name: "kakao-chat-partner.js", use: "files.kakao-chat-partner" },
  { name: "kakao-chat-seal.js", use: "files.kakao-chat-seal" },
] as const;

export function showFiles(): void {
  byId("files-list").replaceChildren(...FILES.map(({ name, use }) => createFile(name, t(use))));
}

function createFile(name: FileName, use: string): HTMLElement {
  const { integrity, size } = BUILT.files[name];
  const link = document.createElement("a");
  link.className = "plain";
  link.href = name;
  link.download = name;
  link.textContent = t("files.download");
  link.setAttribute("aria-label", plain("files.download.of", { name }));
  const hash = element("code", "hash", integrity);
  const copy = button("plain copy", t("copy.button"), () => copyText(integrity, copy, hash));
  copy.setAttribute("aria-label", plain("copy.button.of", { title: `${name} integrity` }));
  const count = (size / 1000).toFixed(1);
  const about = element("p", "hint", `${use} · ${t("files.size", { count })}`);
  const head = element("div", "head", element("code", "name", name), link);
  return element("li", "file", head, about, element("div", "hash-line", hash, copy));
}
