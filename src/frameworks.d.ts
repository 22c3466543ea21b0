import type { ChatAttributes } from "./attributes.js";
import type { ChatEventMap } from "./events.js";

// JSX and Vue's templates check attributes and events without a further import. This stands at the
// end of the published file, where it is ignored in projects without React or without Vue.

/** As Vue has them: `@kakao-chat:open` has a name of its own. */
type VueAttributes = ChatAttributes & {
  [E in keyof ChatEventMap as E extends `kakao-chat:${infer Name}`
    ? `onKakaoChat:${Name}`
    : never]?: (event: ChatEventMap[E]) => void;
};

declare module "react" {
  interface HTMLAttributes<T> extends ChatAttributes {}
  interface SVGAttributes<T> extends ChatAttributes {}
}

declare module "vue" {
  interface HTMLAttributes extends VueAttributes {}
  interface SVGAttributes extends VueAttributes {}
}
