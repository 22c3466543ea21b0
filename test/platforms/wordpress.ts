/**
 * A real WordPress, its PHP by WebAssembly, at https://wp.test. Everything comes from npm packages: the
 * program, and WordPress in two parts. The archive with the PHP, which a server of ours hands to the
 * program, lacks the style sheets and scripts; those lie beside it, and we serve them.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";

const FOLDER = fileURLToPath(new URL("./", import.meta.url));
const MODULES = join(FOLDER, "node_modules");
const BUILDS = join(MODULES, "@wp-playground/wordpress-builds");
const ARCHIVES = join(BUILDS, "src/wordpress");
const PROGRAM = join(MODULES, "@wp-playground/cli/wp-playground.js");
const VERSION = "6.5";
const ASSETS = join(BUILDS, `public/wp-${VERSION}`);

/** Of the files that WordPress's pages ask for. */
const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export const WORDPRESS = "https://wp.test";

/** Of `wp-config.php`. */
const CONSTANTS = [
  // PHP would put the scripts together, and lacks them.
  ["CONCATENATE_SCRIPTS", "false"],
  // No request of its own: not for updates, and not to itself, which has one worker.
  ["WP_HTTP_BLOCK_EXTERNAL", "true"],
  ["DISABLE_WP_CRON", "true"],
] as const;

/** Users of the roles that write: an administrator may write any HTML, an author what `wp_kses` leaves. */
export const USERS = {
  administrator: { name: "admin", password: "password" },
  author: { name: "writer", password: "password" },
} as const;

export interface WordPress {
  /** Where it listens, for the network of the tests. */
  socket: string;
  /** Puts code into the head of every page, as plugins for code do. */
  writeHead(html: string): void;
  stop(): Promise<void>;
}

export async function startWordPress(): Promise<WordPress> {
  if (!existsSync(PROGRAM)) throw new Error("no WordPress: npm ci --prefix test/platforms");
  const folder = mkdtempSync(join(tmpdir(), "kakao-chat-wordpress-"));
  const plugins = join(folder, "mu-plugins");
  cpSync(join(FOLDER, "mu-plugins"), plugins, { recursive: true });
  const archives = await listen(
    createServer((asked, answer) => {
      createReadStream(join(ARCHIVES, `${asked.url}`)).pipe(answer);
    }),
  );
  const child = start(portOf(archives), plugins, folder);
  const port = await findPort(child);
  archives.close();
  const front = await createFront(port);
  const socket = join(folder, "socket");
  await new Promise<void>((resolve) => front.listen(socket, resolve));
  return {
    socket,
    writeHead: (html) => writeFileSync(join(plugins, "head.html"), html),
    async stop() {
      front.closeAllConnections();
      front.close();
      if (child.exitCode === null) {
        child.kill();
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What browsers ask: it serves the style sheets and scripts itself, and hands all else to the program's port. */
async function createFront(port: number): Promise<SecureServer> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "wp.test" }]);
  return createSecureServer({ key, cert }, (asked, answer) => {
    const { method, headers, url: path = "/" } = asked;
    const asset = join(ASSETS, new URL(path, WORDPRESS).pathname);
    const type = TYPES[extname(asset)];
    if (type && existsSync(asset)) {
      answer.writeHead(200, { "content-type": type });
      createReadStream(asset).pipe(answer);
      return;
    }
    const passed = request({ port, method, headers, path }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
}

function start(archivePort: number, plugins: string, home: string): ChildProcess {
  const options = [
    "--port=0",
    // With fewer the program warns of deadlocks: requests that wait for each other's lock on the database.
    "--workers=6",
    ...CONSTANTS.flatMap(([name, value]) => ["--define-bool", name, value]),
    `--site-url=${WORDPRESS}`,
    `--wp=http://127.0.0.1:${archivePort}/wp-${VERSION}.zip`,
    `--mount=${plugins}:/wordpress/wp-content/mu-plugins`,
  ];
  return spawn(process.execPath, [PROGRAM, "server", ...options], {
    cwd: home,
    env: { ...process.env, HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Once it is ready, the program says its address. */
function findPort(child: ChildProcess): Promise<number> {
  let said = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      const [, port] = /Ready!.*?http:\/\/[\w.]+:(\d+)/s.exec(said) ?? [];
      if (port) resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(said)));
  });
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
