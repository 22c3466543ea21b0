import type { ChatRequest } from "../../../src/index.js";

/**
 * What the counsellor's system is told, by the names that a dealer's published manual has
 * (`POST .../reference`). In brackets what only Kakao knows.
 *
 * @param words "the time of the start" and "the last one", in the reader's language
 */
export function buildWebhook(
  { fields }: ChatRequest,
  words: { time: string; last: string },
): string {
  const { extra, bot, event } = fields;
  // Without meta information the last one is delivered again.
  const said = extra ?? `(${words.last})`;
  return JSON.stringify(
    {
      reference: { extra: said },
      last_reference: {
        extra: said,
        bot: bot ?? "false",
        bot_event: event ?? null,
        created_at: `(${words.time})`,
      },
    },
    null,
    2,
  );
}
