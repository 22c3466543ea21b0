"use client";

import { start } from "kakao-chat-button";
import { useEffect } from "react";

export function Chat({ id }) {
  useEffect(start, []);
  return (
    <button type="button" data-kakao-chat="@channel" data-kakao-chat-extra={`order=${id}`}>
      상담하기
    </button>
  );
}
