import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { receive } from "../../../demo/stand-in/request.mjs";
import { type Reply, sendDelayed } from "./reply";

export const KAKAO_HOST = "bizmessage.kakao.com";

/** How long nothing may arrive before a test may say that nothing more will. */
const QUIET_MS = 200;
const ARRIVAL_MS = 5000;

const PAGE = `<!doctype html><html lang="ko"><title>stand-in</title><p>stand-in</p></html>`;

export type Received = Awaited<ReturnType<typeof receive>>;

/** Kakao's endpoint, as far as a browser can tell. */
export class StandIn {
  #arrivals: (Received | undefined)[] = [];

  /** Answers in place of the page titled "stand-in", wherever it returns a reply. */
  respond: ((received: Received) => Reply | undefined | Promise<Reply | undefined>) | undefined;

  /** What arrived in this test, in the order of arrival. */
  get requests(): Received[] {
    return this.#arrivals.filter((received) => received !== undefined);
  }

  /** Waits until so many requests have arrived. */
  async arrived(count = 1): Promise<Received[]> {
    const end = Date.now() + ARRIVAL_MS;
    while (this.requests.length < count && Date.now() < end) await wait(10);
    if (this.requests.length < count) {
      throw new Error(
        `expected ${count} request(s) at ${KAKAO_HOST} within ${ARRIVAL_MS} ms, got ${this.requests.length}`,
      );
    }
    return this.requests;
  }

  /**
   * Waits for one request, and then long enough to say that it was the only one.
   *
   * @param before how many had arrived earlier
   */
  async only(before = 0): Promise<Received> {
    const [first, ...more] = (await this.settled(before + 1)).slice(before);
    if (first === undefined || more.length > 0) {
      throw new Error(`expected one request at ${KAKAO_HOST}, got ${more.length + 1}`);
    }
    return first;
  }

  /** Waits until so many have arrived, and then until nothing more has for a while. */
  async settled(count = 0): Promise<Received[]> {
    await this.arrived(count);
    let seen = -1;
    while (seen !== this.requests.length) {
      seen = this.requests.length;
      await wait(QUIET_MS);
    }
    return this.requests;
  }

  /** A clean record: what is still arriving stays with what came before. */
  forget(): void {
    this.#arrivals = [];
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await this.#record(request);
    const reply = await this.respond?.(received);
    await sendDelayed(response, reply ?? { body: PAGE });
  }

  /** Takes its place in the record at once: a slow body must not change the order of arrival. */
  async #record(request: IncomingMessage): Promise<Received> {
    const arrivals = this.#arrivals;
    const place = arrivals.push(undefined) - 1;
    const received = await receive(request);
    arrivals[place] = received;
    return received;
  }
}
