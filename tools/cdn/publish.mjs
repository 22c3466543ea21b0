/** Puts a version into the CDN's folder, which keeps what it has published. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import semver from "semver";
import { hashOf } from "../bundle.mjs";
import { renderHeaders } from "./headers.mjs";

/** @typedef {Record<string, Record<string, string>>} Hashes of each version's files, by their names */

/**
 * Returns the aliases, each with the version that it now leads to. Throws, with nothing changed, where
 * a published version would be another or is another than `sri.json` says.
 *
 * @param {string} folder the CDN's root
 * @param {string} version
 * @param {Record<string, Buffer>} files by their names
 */
export function publish(folder, version, files) {
  if (semver.valid(version) !== version) throw new Error(`${version}: no version`);
  mkdirSync(folder, { recursive: true });
  const list = join(folder, "sri.json");
  /** @type {Hashes} */
  const published = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
  const hashes = hashAll(files);
  const there = readdirSync(folder).filter((name) => semver.valid(name) === name);
  for (const each of new Set([...Object.keys(published), ...there])) {
    // This version may be there without being listed: an earlier run was interrupted.
    const expected = published[each] ?? (each === version ? hashes : {});
    requireSame(each, expected, hashAll(readFiles(join(folder, each))));
  }
  if (!there.includes(version)) writeVersion(folder, version, files);
  else requireSame(version, published[version] ?? hashes, hashes);
  const all = { ...published, [version]: hashes };
  const versions = Object.keys(all).sort(semver.rcompare);
  const aliases = findAliases(versions);
  for (const [alias, target] of Object.entries(aliases)) moveAlias(folder, alias, target);
  writeLists(folder, versions, aliases, all);
  return aliases;
}

/**
 * To which version each alias leads: the newest that is no prerelease.
 *
 * @param {string[]} versions the newest first
 */
function findAliases(versions) {
  /** @type {Record<string, string>} */
  const aliases = {};
  for (const version of versions.filter((each) => !semver.prerelease(each))) {
    const { major, minor } = new semver.SemVer(version);
    for (const alias of [`${major}`, `${major}.${minor}`]) aliases[alias] ??= version;
  }
  return aliases;
}

/**
 * @param {string} version
 * @param {Record<string, string>} expected
 * @param {Record<string, string>} actual
 */
function requireSame(version, expected, actual) {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (expected[name] === actual[name]) continue;
    throw new Error(
      `${version}/${name}: expected ${expected[name] ?? "no such file"}, got ${actual[name] ?? "none"}. ` +
        "What sri.json lists stays as it is: a change needs another version (npm version).",
    );
  }
}

/** @param {Record<string, Buffer>} files */
function hashAll(files) {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, hashOf(bytes)]));
}

/**
 * Those that are served by their own names.
 *
 * @param {string} folder
 * @returns {Record<string, Buffer>}
 */
export function readFiles(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    names
      .filter((name) => !/\.(br|gz)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/**
 * @param {string} folder
 * @param {string} version
 * @param {Record<string, Buffer>} files
 */
function writeVersion(folder, version, files) {
  // Under its name once it is whole.
  const fresh = join(folder, `.${version}.new`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  for (const [name, bytes] of Object.entries(files)) writePacked(join(fresh, name), bytes);
  renameSync(fresh, join(folder, version));
}

/**
 * @param {string} folder
 * @param {string} alias
 * @param {string} version
 */
function moveAlias(folder, alias, version) {
  const place = join(folder, alias);
  const fresh = join(folder, `.${alias}.new`);
  const old = join(folder, `.${alias}.old`);
  for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  // A copy, because neither S3 nor Pages has links.
  cpSync(join(folder, version), fresh, { recursive: true, preserveTimestamps: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/**
 * @param {string} folder
 * @param {string[]} versions
 * @param {Record<string, string>} aliases
 * @param {Hashes} hashes
 */
function writeLists(folder, versions, aliases, hashes) {
  const sorted = Object.fromEntries(versions.map((version) => [version, hashes[version]]));
  const latest = versions.find((version) => !semver.prerelease(version)) ?? versions[0];
  writePacked(join(folder, "sri.json"), toJson(sorted));
  writePacked(join(folder, "versions.json"), toJson({ latest, aliases, versions }));
  writeFileSync(join(folder, "_headers"), renderHeaders(versions, Object.keys(aliases)));
  cpSync(new URL("nginx.conf", import.meta.url), join(folder, "nginx.conf"));
}

/** @param {object} value */
function toJson(value) {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * The file, and the two that are sent in its place to whoever accepts them.
 *
 * @param {string} path
 * @param {Buffer} bytes
 */
function writePacked(path, bytes) {
  writeFileSync(path, bytes);
  writeFileSync(`${path}.br`, brotliCompressSync(bytes));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
