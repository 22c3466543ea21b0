// No import: only the script tag is on the page, and the package is in the compiler's `types`.
document.querySelector("#start")?.addEventListener("click", () => KakaoChat.open({ bot: "auto" }));
document.addEventListener("kakao-chat:blocked", ({ detail }) => location.assign(detail.href));
window.KakaoChatDefaults = { uuid: "@channel" };
// @ts-expect-error: no such value
KakaoChat.open({ bot: "on" });
