/** The product's files, as pages load them by a tag. */
export const FILES = {
  core: "kakao-chat.js",
  launcher: "kakao-chat-launcher.js",
  partner: "kakao-chat-partner.js",
  seal: "kakao-chat-seal.js",
} as const;

export type FileName = (typeof FILES)[keyof typeof FILES];

/** The same for importing. */
export const MODULE_FILES = {
  core: "kakao-chat.mjs",
  launcher: "kakao-chat-launcher.mjs",
} as const;

const NAMES = Object.values(FILES);

/** Which of the files an address leads to, as each file finds its own tag: by the end of the path. */
export function findFileName(address: string): FileName | null {
  const [path = ""] = address.split(/[?#]/);
  return NAMES.find((name) => path === name || path.endsWith(`/${name}`)) ?? null;
}

/** Whether a file serves the buttons of a page. */
export function servesButtons(file: FileName): boolean {
  return file === FILES.core || file === FILES.launcher;
}

/** Whether a file has something to do on a page without buttons. */
export function worksAlone(file: string): boolean {
  const alone: readonly string[] = [FILES.launcher, FILES.partner, MODULE_FILES.launcher];
  return alone.includes(file);
}
