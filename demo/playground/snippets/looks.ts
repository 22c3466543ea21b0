/**
 * The four looks, as they are copied. Each is whole by itself, in a yellow of our own, readable on
 * a light page and on a dark one; what forced colours take away is no more than the background.
 */
const BUTTON = (name: string) => `.${name} {
  display: inline-flex;
  align-items: center;
  gap: 8px;
  min-height: 48px;
  padding: 10px 20px;
  border: 2px solid #b88a00;
  border-radius: 12px;
  background: #ffd43b;
  color: #2b2100;
  font: 700 16px/1.4 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif;
  text-decoration: none;
  cursor: pointer;
}
.${name}::before {
  content: "";
  width: 14px;
  height: 12px;
  border: 2px solid;
  border-radius: 50% 50% 50% 2px;
}
.${name}:hover {
  background: #ffc81a;
}
.${name}:focus-visible {
  outline: 3px solid #1d4ed8;
  outline-offset: 3px;
  box-shadow: 0 0 0 3px #fff;
}`;

export const LOOKS = {
  solid: BUTTON("kakao-chat-solid"),
  outline: BUTTON("kakao-chat-outline")
    .replace("background: #ffd43b", "background: #fff")
    .replace("background: #ffc81a", "background: #fff5cc"),
  floating: BUTTON("kakao-chat-floating")
    .replace(
      "  display: inline-flex;",
      `  position: fixed;
  right: calc(20px + env(safe-area-inset-right, 0px));
  bottom: calc(20px + env(safe-area-inset-bottom, 0px));
  z-index: 1000;
  display: inline-flex;`,
    )
    .replace("border-radius: 12px", "border-radius: 99px")
    .replace("  cursor", "  box-shadow: 0 4px 16px rgb(0 0 0 / 25%);\n  cursor")
    .replace(
      "box-shadow: 0 0 0 3px #fff;",
      "box-shadow: 0 0 0 3px #fff, 0 4px 16px rgb(0 0 0 / 25%);",
    ),
  link: `.kakao-chat-link {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  text-decoration: underline;
  text-decoration-color: #c99700;
  text-decoration-thickness: 2px;
  text-underline-offset: 4px;
  cursor: pointer;
}
.kakao-chat-link:hover {
  text-decoration-thickness: 3px;
}
.kakao-chat-link:focus-visible {
  border-radius: 4px;
  outline: 3px solid;
  outline-offset: 3px;
}`,
};
