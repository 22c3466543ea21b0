/** Pages that replace, clobber or pollute what a script relies on: parts for `pageWith()`. */

export interface HostilePage {
  head?: string;
  body?: string;
  /** WebKitWebDriver fails on it ("cannot serialize cyclic structures"), or the harness in that page (`Symbol.for`). */
  breaksWebKitDriver?: boolean;
}

/** Each is something that real pages do before our script. */
export const HOSTILE: Record<string, HostilePage> = {
  "a console with log alone": { head: `<script>window.console = { log() {} };</script>` },
  "no console": {
    head: `<script>Object.defineProperty(window, "console", { value: undefined });</script>`,
  },
  // `querySelector` and `readyState` stay: the harness asks the page by them.
  "names that hide the document's methods": {
    body: [
      "createElement",
      "addEventListener",
      "removeEventListener",
      "querySelectorAll",
      "documentElement",
      "body",
      "createTreeWalker",
      "dispatchEvent",
      "title",
      "referrer",
      "currentScript",
    ]
      .map((name) => `<img name="${name}" alt="">`)
      .join(""),
  },
  "ids that hide the window's names": {
    body: ["KakaoChatDefaults", "CustomEvent2", "navigation", "chat", "top2", "self2"]
      .map((id) => `<i id="${id}"></i>`)
      .join(""),
  },
  "natives that MooTools 1.3 and prototype.js 1.6 replace": {
    head: `<script>
      window.Document = function Document() {};
      window.Element = function Element() {};
      window.Event = function Event() {};
      window.HTMLElement = function HTMLElement() {};
      Object.keys = function (object) {
        var keys = [];
        for (var key in object) keys.push(key);
        return keys;
      };
      Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
      String.prototype.toJSON = function () { return "prototype"; };
      Array.from = function (value) { return [value]; };
    </script>`,
  },
  "an Array's find() and findIndex() of another meaning": {
    head: `<script>
      Array.prototype.find = Array.prototype.findIndex = function (value) {
        for (var at = 0; at < this.length; at++) if (this[at] === value) return at;
        return -1;
      };
    </script>`,
  },
  "a function called Number": {
    head: `<script>function Number(text) { return parseFloat(text); }</script>`,
  },
  "a function called Symbol": {
    head: `<script>function Symbol(code) { this.code = code; }</script>`,
    breaksWebKitDriver: true,
  },
  "functions of its own called matchMedia, getComputedStyle and as observers are": {
    head: `<script>
      function matchMedia() {}
      function getComputedStyle() {}
      function ResizeObserver(element) {}
      function MutationObserver() { this.observe = this.disconnect = function () {}; }
    </script>`,
  },
  "nothing that looks or observes": {
    head: `<script>matchMedia = getComputedStyle = ResizeObserver = MutationObserver = undefined;</script>`,
  },
  "a screen of its own, and a toolbar that cannot be read at first": {
    head: `<script>
      var screen = null, asked = 0;
      Object.defineProperty(window, "toolbar", {
        get() {
          if (asked++) return { visible: true };
          throw new Error("not here");
        },
      });
    </script>`,
  },
  "a submit() that adds a token": {
    head: `<script>{
      const submit = HTMLFormElement.prototype.submit;
      HTMLFormElement.prototype.submit = function () {
        this.insertAdjacentHTML("beforeend", '<input type="hidden" name="csrf" value="secret">');
        submit.call(this);
      };
    }</script>`,
  },
  "a submit() that wants a name": {
    head: `<script>HTMLFormElement.prototype.submit = function () { return this.name !== ""; };</script>`,
  },
  "a requestSubmit() that hears no preventDefault()": {
    head: `<script>
      HTMLFormElement.prototype.requestSubmit = function () {
        this.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
        this.submit();
      };
    </script>`,
  },
  "a requestSubmit() that throws": {
    head: `<script>HTMLFormElement.prototype.requestSubmit = () => { throw new TypeError(); };</script>`,
  },
  "a dispatchEvent() that returns nothing": {
    head: `<script>{
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) { dispatch.call(this, event); };
    }</script>`,
  },
  "an Object.assign() that asks for hasOwnProperty()": {
    head: `<script>
      Object.assign = function (target) {
        for (let at = 1; at < arguments.length; at++) {
          const source = arguments[at];
          for (const name in source) if (source.hasOwnProperty(name)) target[name] = source[name];
        }
        return target;
      };
    </script>`,
  },
  "a URLSearchParams that is none": {
    head: `<script>var URLSearchParams = new URLSearchParams(location.search);</script>`,
    body: `<a href="https://bizmessage.kakao.com/chat/open/@other" data-kakao-chat>other</a>`,
  },
  "methods on Object.prototype": {
    breaksWebKitDriver: true,
    head: `<script>
      Object.prototype.get = function () { return "get"; };
      Object.prototype.set = function () {};
      Object.prototype.extend = function () {};
    </script>`,
  },
  "additions to Object.prototype": {
    head: `<script>
      Object.prototype.get = "get";
      Object.prototype.value = "value";
      Object.prototype.capture = true;
      Object.prototype.once = true;
      Object.prototype.uuid = "@polluted";
      Object.prototype.extra = "polluted";
      Object.prototype.cancelable = false;
      Array.prototype.each = function () {};
    </script>`,
  },
  "functions and variables by names of the browser's": {
    head: `<script>
      function CustomEvent(name) { this.name = name; }
      function MouseEvent() {}
      function addEventListener() {}
      function removeEventListener() {}
      function dispatchEvent() { return false; }
      var performance = "a page's";
      var URL = "/shop";
      var event = "a page's";
      var origin = "a page's";
    </script>`,
  },
  "an old shop's Map, and names that forms and images have": {
    breaksWebKitDriver: true,
    head: `<script>
      function Map() { this.map = {}; }
      Map.prototype = { put: function (key, value) { this.map[key] = value; }, get: function (key) { return this.map[key]; } };
      function NodeFilter() {}
      var nodeType = 1;
      const HTMLFormElement = {};
    </script>`,
    body: `<img name="host" alt="">`,
  },
  "methods on the prototypes below the browser's own": {
    head: `<script>
      Node.prototype.getAttribute = function () { return null; };
      Node.prototype.matches = function (name) { return this.nodeName === name.toUpperCase(); };
      Node.prototype.closest = function () {};
      HTMLElement.prototype.append = function (html) { this.insertAdjacentHTML("beforeend", html); };
    </script>`,
  },
  "what a page adds to every form, and does to every field": {
    head: `<script>
      addEventListener("formdata", (event) => event.formData.append("csrf", "secret"), true);
      {
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
        Object.defineProperty(HTMLInputElement.prototype, "value", {
          __proto__: null, get, set(value) { set.call(this, value.toUpperCase()); },
        });
        Object.defineProperty(Object.getPrototypeOf(document.createElement("form")), "action", { __proto__: null, set() {} });
      }
    </script>`,
  },
  "classes of its own by names of the browser's": {
    head: `<script>
      class Element {}
      class Node {}
      class FocusEvent {}
      class HTMLElement {}
      const navigator = {};
      const screen = {};
    </script>`,
  },
};

/** The same for what leads a click to its button, and opens and sends: by themselves, for each takes another's place. */
export const REPLACED: Record<string, HostilePage> = {
  "a polyfill of composedPath() that ends at <html>": {
    head: `<script>
      Event.prototype.composedPath = function () {
        var path = [];
        for (var node = this.target; node; node = node.parentElement) path.push(node);
        return path;
      };
    </script>`,
  },
  "a window.open that returns nothing": {
    head: `<script>{
      const open = window.open;
      window.open = function () { open.apply(window, arguments); };
    }</script>`,
  },
  "a Function.prototype.toString that throws": {
    head: `<script>Function.prototype.toString = function () { throw new Error("page"); };</script>`,
  },
  "a bound window.open that returns nothing": {
    head: `<script>{
      const open = window.open;
      window.open = function () { open.apply(window, arguments); }.bind(window);
    }</script>`,
  },
  "a window.open by Proxy that returns nothing": {
    head: `<script>
      window.open = new Proxy(window.open, {
        apply(open, self, args) { Reflect.apply(open, window, args); },
      });
    </script>`,
  },
  "a window.open that knows no names": {
    head: `<script>{
      const open = window.open;
      window.open = (url, name, features) => open(url, "_blank", features);
    }</script>`,
  },
  "a submit() of the page's own that throws": {
    head: `<script>HTMLFormElement.prototype.submit = function () { this.elements.csrf.value = "1"; };</script>`,
  },
};
