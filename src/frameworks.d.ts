import type { ChatAttributes, ChatEventMap } from "./types.js";

// JSX and Vue's templates check attributes and events without a further import. The package ships this
// file as it is. In a project without React or Vue, TypeScript ignores the part that is for it.

/** As Vue has them: `@kakao-chat:open` has a name of its own. */
type VueAttributes = ChatAttributes & {
  [E in keyof ChatEventMap as E extends `kakao-chat:${infer Name}`
    ? `onKakaoChat:${Name}`
    : never]?: (event: ChatEventMap[E]) => void;
};

// @ts-ignore: React without @types/react is an untyped module, which cannot be augmented.
declare module "react" {
  interface HTMLAttributes<T> extends ChatAttributes {}
  interface SVGAttributes<T> extends ChatAttributes {}
}

declare module "vue" {
  interface HTMLAttributes extends VueAttributes {}
  interface SVGAttributes extends VueAttributes {}
}
