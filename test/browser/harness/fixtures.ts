/** `test` for scenarios that run in every engine, each with a fresh profile and a clean record. */

import { test as base, type TestType } from "@playwright/test";
import type { Engine, EngineName, Page, Profile } from "./engine";
import { VERSION } from "./engine-reporter";
import { launch } from "./engines/launch";
import { Network, type Site, type StandIn } from "./network";

export { expect } from "@playwright/test";

interface Fixtures {
  /** The device of `page`, by `test.use({ profile: { device: "iPhone 15" } })`. */
  profile: Profile;
  network: Network;
  standIn: StandIn;
  /** https://shop.test, where the customer's pages are. */
  shop: Site;
  page: Page;
}

interface WorkerFixtures {
  engineName: EngineName;
  /** Whether Chromium keeps pages for Back, as it does for people; for a whole file, by `test.use`. */
  hasBackForwardCache: boolean;
  /** Stays for the worker: a start takes longer than most scenarios. */
  engine: Engine;
  workerNetwork: Network;
}

export type EngineOption = Pick<WorkerFixtures, "engineName">;

// Playwright's own `page` is of another type, and is never made.
const plain = base as unknown as TestType<object, object>;

export const test = plain.extend<Fixtures, WorkerFixtures>({
  engineName: ["chromium", { option: true, scope: "worker" }],
  hasBackForwardCache: [false, { option: true, scope: "worker" }],
  workerNetwork: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names from this pattern
    async ({}, use) => {
      const network = await Network.start();
      await use(network);
      await network.close();
    },
    { scope: "worker" },
  ],
  engine: [
    async ({ engineName, workerNetwork, hasBackForwardCache }, use) => {
      const engine = await launch(engineName, workerNetwork, hasBackForwardCache);
      await use(engine);
      await engine.close();
    },
    // A browser starts slowly on a busy machine; that is no test's time.
    { scope: "worker", timeout: 90_000 },
  ],
  profile: [{}, { option: true }],
  network: async ({ workerNetwork }, use) => {
    workerNetwork.reset();
    await use(workerNetwork);
  },
  standIn: ({ network }, use) => use(network.standIn),
  shop: ({ network }, use) => use(network.site("shop.test")),
  page: async ({ engine, profile, network: _ }, use, { annotations }) => {
    annotations.push({ type: VERSION, description: engine.version });
    const session = await engine.open(profile);
    await use(session.page);
    await session.close();
  },
});
