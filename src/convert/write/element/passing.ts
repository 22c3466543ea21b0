import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { findStyled, type Styled } from "./styled.js";

/** Modules whose components hand on to their element whatever they do not know. */
const LIBRARIES =
  /^(?:@mui\/(?:material|lab|joy|base)|@material-ui\/(?:core|lab)|@chakra-ui\/|framer-motion|motion(?:\/|$)|react-bootstrap|reactstrap|antd|@mantine\/core|@nextui-org\/|@heroui\/|@headlessui\/|@radix-ui\/|@fluentui\/|next\/link|react-router|@remix-run\/react|gatsby|flowbite-|vuetify|element-plus|quasar|naive-ui|ant-design-vue|primevue|vant|bootstrap-vue|@nuxt\/ui)|(?:^|\/)components\/ui\//;
/** By custom, what styled-components or emotion makes, in a file of its own: `import * as S from "./style"`. */
const STYLES = /(?:^|[./_-])style[sd]?(?:\.[jt]sx?)?$/i;
/** Buttons and links of Vue's libraries, which are there without an import. */
const OF_VUE =
  /^(?:v-?(?:btn|list-?item|card|chip|fab)|(?:el|n|a|b|van|u|p)-?(?:button|btn|link)|q-?(?:btn|fab|item|card)|nuxt-?link|router-?link)$/i;
/** The element is made of another component: `styled(Button)`. */
const MADE = String.raw`\s*=\s*(?:styled|motion|motion\.create|chakra)\(\s*([A-Z][\w.]*)\s*[,)]`;

/** By component: what it is told so that it hands attributes on to an element around its button, which is none itself. */
const AROUND: ReadonlyMap<string, readonly string[]> = new Map([
  ["SpeedDialAction", ["tooltipOpen"]],
]);

/** A component that is known to hand attributes on to its element; `null` of others, and of elements. */
export function findPassing(trigger: OldElement, name: string, facts: Facts): Styled | null {
  const styled = findStyled(trigger, facts);
  if (styled) return styled;
  if (!passes(name, facts, 0) || AROUND.get(name)?.some((one) => trigger.sources?.has(one)))
    return null;
  const isNative = /^(?:motion|m|chakra)\.button$/.test(name) && !trigger.attributes.has("type");
  return { tag: "button", attributes: isNative ? ['type="button"'] : [], isWhole: true };
}

function passes(name: string, facts: Facts, depth: number): boolean {
  const { language, imports, source } = facts;
  if (language === "vue" && OF_VUE.test(name)) return true;
  if (!/^(?:jsx|vue|svelte)$/.test(language)) return false;
  const [root = "", ...members] = name.split(".");
  const from = imports.get(root);
  if (from !== undefined && LIBRARIES.test(from)) return true;
  if (members.length > 0 && /^[A-Z]/.test(root) && from !== undefined && STYLES.test(from))
    return true;
  if (language === "jsx" && /^motion\.[a-z]\w*$/.test(name) && from === undefined) return true;
  if (!/^[A-Z]\w*$/.test(name) || depth > 3) return false;
  const made = new RegExp(String.raw`\b(?:const|let|var)\s+${name}${MADE}`).exec(source)?.[1];
  return made !== undefined && passes(made, facts, depth + 1);
}

const ICONS =
  /^(?:react-icons\b|lucide-|@lucide\/|@heroicons\/|@mui\/icons-material|@material-ui\/icons|@ant-design\/icons|@tabler\/icons|@fortawesome\/|@phosphor-icons\/|phosphor-|react-feather|@radix-ui\/react-icons|@chakra-ui\/icons|@iconify\/|next\/image)/;

/** Whether a component is a picture, and nothing else: an icon, Next's `<Image>`. */
export function isDrawing({ children }: OldElement, name: string, { imports }: Facts): boolean {
  if (children.some((one) => typeof one !== "string" || one.trim() !== "")) return false;
  const from = imports.get(name.split(".")[0] ?? "") ?? "";
  return ICONS.test(from) || /^(?:Next)?Image$|^nuxt-?img$|[a-z](?:Icon|Logo)$|-icon$/i.test(name);
}
