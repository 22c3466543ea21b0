import { version } from "kakao-chat-button";
import { Chat } from "./chat.jsx";

/** Rendered by a server, and once more by the browser. */
export function Page() {
  return (
    <main data-version={version}>
      <Chat id={1234} />
    </main>
  );
}
