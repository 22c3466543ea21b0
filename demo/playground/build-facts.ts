declare const PLAYGROUND: {
  /** Where this page's own buttons go: Kakao, or the stand-in of `npm start`. */
  origin: string;
  version: string;
  /** `integrity` of the files in `dist/`, by name. */
  integrity: Record<"kakao-chat.js" | "kakao-chat-partner.js", string>;
  /** The hash of each look's `<style>`, for a policy. */
  styles: Record<"solid" | "outline" | "floating" | "link", string>;
};

/** What the build knows and the page shows. */
export const BUILT = PLAYGROUND;

/** Where the copied buttons go, whatever this page is built for. */
export const KAKAO = "https://bizmessage.kakao.com";
