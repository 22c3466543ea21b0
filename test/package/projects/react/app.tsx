import { open } from "kakao-chat-button";

const id = 1234;

export function Buttons() {
  return (
    <>
      <button
        type="button"
        data-kakao-chat="@channel"
        data-kakao-chat-extra={`order=${id}`}
        data-kakao-chat-bot="auto"
        data-kakao-chat-width={1200}
        data-kakao-chat-reuse
      />
      <svg data-kakao-chat="@channel" data-kakao-chat-privacy="mask" aria-hidden />
      <button type="button" onClick={({ currentTarget }) => open(currentTarget)} />
      <button type="button" data-kakao-chat />
      {/* @ts-expect-error: no text */}
      <button type="button" data-kakao-chat={1234} />
      {/* @ts-expect-error: no such value */}
      <button type="button" data-kakao-chat="@channel" data-kakao-chat-bot="on" />
      {/* @ts-expect-error: no such value */}
      <a href="/" data-kakao-chat="@channel" data-kakao-chat-target="_blank">
        상담하기
      </a>
    </>
  );
}
