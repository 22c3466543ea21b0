/** A real nginx that serves the CDN's folder by the configuration that lies in it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { generate } from "selfsigned";
import { findNginx } from "./find-nginx.mjs";

export interface Nginx {
  /** A socket's path, which no other server of the machine can have taken. */
  socket: string;
  /** A request over TLS, whatever its host is called. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** What it has sent: path, status and encoding. */
  sent(): string[];
  stop(): Promise<void>;
}

interface Response {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** @param root the CDN's folder */
export async function startNginx(root: string): Promise<Nginx> {
  const program = findNginx();
  if (!program) throw new Error("expected nginx, found none: node test/find-nginx.mjs");
  const prefix = mkdtempSync(join(tmpdir(), "kakao-chat-nginx-"));
  const { private: key, cert } = await generate([{ name: "commonName", value: "cdn.test" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "cdn.test" }] }],
  });
  const socket = join(prefix, "socket");
  writeFileSync(join(prefix, "key.pem"), key);
  writeFileSync(join(prefix, "cert.pem"), cert);
  writeFileSync(join(prefix, "main.conf"), render(root, socket));
  const server = spawn(program, ["-p", prefix, "-c", "main.conf", "-e", "stderr"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log: Buffer[] = [];
  server.stderr.on("data", (part: Buffer) => log.push(part));
  for (let tries = 0; !existsSync(socket) && tries < 1000; tries++) {
    if (server.exitCode !== null) throw new Error(`nginx: ${Buffer.concat(log)}`);
    await wait(20);
  }
  return {
    socket,
    get: (path, headers) => get(socket, path, headers),
    sent: () => readFileSync(join(prefix, "sent.log"), "utf8").trim().split("\n"),
    async stop() {
      const exit = once(server, "exit");
      server.kill();
      await exit;
      rmSync(prefix, { recursive: true });
    },
  };
}

/** What surrounds our part, as the comment at its head says. */
function render(root: string, socket: string): string {
  // Its worker has to be able to read a temporary folder of ours.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user}
daemon off;
pid nginx.pid;
worker_processes 1;
events {}
http {
  log_format sent "$request_uri $status $sent_http_content_encoding";
  access_log sent.log sent;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${name};`).join(" ")}
  gzip on;
  gzip_types *;
  server {
    listen unix:${socket} ssl http2;
    server_name cdn.test;
    ssl_certificate cert.pem;
    ssl_certificate_key key.pem;
    root ${root};
    include ${root}/nginx.conf;
  }
}
`;
}

async function get(
  socketPath: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const sent = request({ socketPath, path, headers, rejectUnauthorized: false });
  sent.end();
  const [response] = await once(sent, "response");
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) };
}
