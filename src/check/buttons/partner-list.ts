import { splitList } from "../../options/values.js";
import type { ChatPlan } from "../../types.js";
import { resolve } from "../script-tags/address.js";
import type { KnownSettings } from "./settings.js";

/** Which partner is missing from the page's list, and the entry of the list that was to be it. */
export function describePartner(
  { options }: ChatPlan,
  known: KnownSettings,
): Record<string, string> {
  const origin = resolve(options.via, null)?.origin;
  if (!origin) return {};
  const { partners } = known.settings.names;
  const entries = typeof partners === "string" ? splitList(partners) : [];
  const entry = entries.find(
    (one) =>
      !/^https:/i.test(one) &&
      resolve(`https://${one.replace(/^(?:http:)?\/\//i, "")}`, null)?.origin === origin,
  );
  return entry ? { cause: "entry", entry, origin } : { cause: "origin", origin };
}
