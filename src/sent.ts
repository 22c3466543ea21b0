/** What Kakao is told, in this order. */
export const SENT = ["uuid", "extra", "bot", "event"] as const;
