import type { ChatAttributes } from "./attributes.js";
import type { ChatEventMap } from "./events.js";

// JSX and Vue's templates check attributes and events without a further import. The package ships this
// file as it is. A project may lack React's or Vue's types, and then the augmentation is no error there.

/** As Vue has them: `@kakao-chat:open` has a name of its own. */
type VueAttributes = ChatAttributes & {
  [E in keyof ChatEventMap as E extends `kakao-chat:${infer Name}`
    ? `onKakaoChat:${Name}`
    : never]?: (event: ChatEventMap[E]) => void;
};

// @ts-ignore: the project may lack these types.
declare module "react" {
  interface HTMLAttributes<T> extends ChatAttributes {}
  interface SVGAttributes<T> extends ChatAttributes {}
}

// @ts-ignore: the project may lack these types.
declare module "vue" {
  interface HTMLAttributes extends VueAttributes {}
  interface SVGAttributes extends VueAttributes {}
}
