import type { Look } from "./state.js";

/** The files to download, by their names. */
export type FileName =
  | "kakao-chat.js"
  | "kakao-chat-launcher.js"
  | "kakao-chat-partner.js"
  | "kakao-chat-seal.js";

declare const PLAYGROUND: {
  /** Where every copied button goes. */
  kakao: string;
  /** Where this page's own buttons go: Kakao, or the stand-in of `npm start`. */
  origin: string;
  version: string;
  /** The repository's address, from `package.json`; empty until there is one. */
  home: string;
  /** The files in `dist/`: their `integrity`, and how large they are by brotli. */
  files: Record<FileName, { integrity: string; size: number }>;
  /** The style sheet of each look but the launcher's, and the hash of its `<style>` for a policy. */
  looks: Record<Exclude<Look, "launcher">, { css: string; hash: string }>;
};

/** What the build knows and the page shows. */
export const BUILT = PLAYGROUND;

/** Where the copied buttons go, whatever this page is built for. */
export const KAKAO = BUILT.kakao;
