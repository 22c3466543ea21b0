declare const KAKAO_CHAT_ORIGIN: string;
declare const KAKAO_CHAT_VERSION: string;

/**
 * Where every chat starts. Fixed at build time (`tools/bundle.mjs`), so that nothing in a page can point
 * the buttons elsewhere. Only the playground's server builds with another one, in memory.
 */
export const ORIGIN = KAKAO_CHAT_ORIGIN;

/** The package's version, as in `package.json`. */
export const version = KAKAO_CHAT_VERSION;
