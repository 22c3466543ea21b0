import type { Marked } from "../../convert/marked.js";
import { attribute } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { parseChatAddress } from "../../kakao.js";
import { tidyChannelId } from "../../options/channel-id.js";
import { MARK } from "../../options/fields.js";

/** The channel of a marked link's address, if its mark says another; `""` if not. */
export function findOtherAddress({ element, input }: Marked, { pieces }: Facts): string {
  const [mark, address] = [MARK, "href"].map((name) => attribute(element, name));
  if (!mark?.trim().startsWith("@") || !address || pieces.has(mark + address)) return "";
  const said = parseChatAddress(address)?.uuid;
  const other = said ? tidyChannelId(said) : "";
  return other && other !== tidyChannelId(input.uuid ?? "") ? other : "";
}
