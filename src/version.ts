declare const KAKAO_CHAT_VERSION: string;

/** The package's version, as in `package.json`. */
export const version = KAKAO_CHAT_VERSION;
