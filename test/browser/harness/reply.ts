/** What a server of the tests answers. */

import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

export type Headers = Record<string, string | string[]>;

export interface Reply {
  /** 0 drops the connection. */
  status?: number;
  headers?: Headers;
  body?: string | Buffer;
  /** Milliseconds before the reply begins. */
  delay?: number;
}

export async function sendDelayed(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delay) await wait(reply.delay);
  send(response, reply);
}

export function send(
  response: ServerResponse,
  { status = 200, headers = {}, body = "" }: Reply,
): void {
  if (status === 0) {
    response.destroy();
    return;
  }
  const usual = typeof body === "string" ? "text/html; charset=utf-8" : "text/html";
  const type = findHeader(headers, "content-type") === undefined && { "content-type": usual };
  response.writeHead(status, { ...type, ...headers });
  response.end(body);
}

export function findHeader(headers: Headers, name: string): string | undefined {
  return Object.entries(headers)
    .find(([key]) => key.toLowerCase() === name)?.[1]
    .toString();
}
