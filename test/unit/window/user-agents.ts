/**
 * User agents as servers logged them, as the apps' makers or phones' owners published them, or from
 * the fixtures of ua-parser-js, device-detector, browscap, egjs-agent and inapp-spy. Recent
 * browsers are from `user-agents` 2.1.198 (2026).
 */
export const userAgents: readonly {
  name: string;
  userAgent: string;
  maxTouchPoints: number;
  device: "pc" | "mobile" | "in-app";
}[] = [
  // PC

  {
    name: "Chrome on Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Chrome on a Windows laptop with a touch screen",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36",
    maxTouchPoints: 10,
    device: "pc",
  },
  {
    name: "Chrome 99 on Windows 7",
    userAgent:
      "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.82 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Edge on Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36 Edg/154.0.0.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    // No word tells a Surface from a laptop, and it has windows: a popup.
    name: "Edge on a Windows tablet (Surface)",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36 Edg/153.0.0.0",
    maxTouchPoints: 10,
    device: "pc",
  },
  {
    name: "Firefox on Windows",
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:156.0) Gecko/20100101 Firefox/156.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Whale on Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Whale/4.33.325.17 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Whale 3 on Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0.4896.57 Whale/3.14.133.23 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Opera on Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/152.0.0.0 Safari/537.36 OPR/136.0.0.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "IE 11 on Windows",
    userAgent: "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    // Why "Tablet" alone proves nothing.
    name: "IE 11 on a Windows laptop with a touch screen",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; Touch; .NET4.0C; .NET4.0E; .NET CLR 2.0.50727; .NET CLR 3.0.30729; .NET CLR 3.5.30729; Tablet PC 2.0; rv:11.0) like Gecko",
    maxTouchPoints: 10,
    device: "pc",
  },
  {
    // KakaoTalk for Windows has no browser inside: links go to the default one.
    name: "a link in KakaoTalk for Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    // Ambiguous: an app's browser, yet on a PC. Where it refuses the popup, the way for a blocked
    // one serves.
    name: "WeChat's own browser on Windows",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat/WMPF WindowsWechat(0x63090a13) UnifiedPCWindowsWechat(0xf2541518) XWEB/17071",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Safari on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6.2 Safari/605.1.15",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Safari 13 on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.2 Safari/605.1.15",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Chrome on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    // No "Safari/" here: that absence counts on iOS only.
    name: "Firefox on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:156.0) Gecko/20100101 Firefox/156.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Whale on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/83.0.4103.106 Whale/2.8.105.22 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Opera on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Safari/537.36 OPR/135.0.0.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "DuckDuckGo on macOS",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6 Safari/605.1.15 Ddg/26.6",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    // The same text as an iPad app's; only the touch points differ.
    name: "a macOS app's WKWebView",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Chrome on Linux",
    userAgent:
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Firefox on Linux",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:154.0) Gecko/20100101 Firefox/154.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Firefox on Ubuntu",
    userAgent: "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:154.0) Gecko/20100101 Firefox/154.0",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Chrome on ChromeOS",
    userAgent:
      "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/152.0.0.0 Safari/537.36",
    maxTouchPoints: 0,
    device: "pc",
  },
  {
    name: "Chrome on a Chromebook with a touch screen",
    userAgent:
      "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Safari/537.36",
    maxTouchPoints: 10,
    device: "pc",
  },

  // Android in desktop mode (large tablets by default, DeX) has the words of a Linux laptop with a
  // touch screen. It may stay a PC: Android opens a popup as a tab.

  {
    name: "Chrome on an Android tablet in desktop mode",
    userAgent:
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36",
    maxTouchPoints: 5,
    device: "pc",
  },
  {
    name: "Samsung Internet in desktop mode",
    userAgent:
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/30.0 Chrome/143.0.0.0 Safari/537.36",
    maxTouchPoints: 5,
    device: "pc",
  },

  // Android phones

  {
    name: "Chrome on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on Android, model shown",
    userAgent:
      "Mozilla/5.0 (Linux; Android 15; SM-S938B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on Android 9",
    userAgent:
      "Mozilla/5.0 (Linux; Android 9; SM-N950N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/84.0.4147.125 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on Android 8",
    userAgent:
      "Mozilla/5.0 (Linux; Android 8.1.0; SM-G610F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0.0.0 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on Android 5",
    userAgent:
      "Mozilla/5.0 (Linux; Android 5.1.1; SM-G925S Build/LMY47X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/45.0.2454.84 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // Chrome itself, in Chrome's words: a new tab opens in it.
    name: "Chrome Custom Tab on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Firefox on Android",
    userAgent: "Mozilla/5.0 (Android 16; Mobile; rv:156.0) Gecko/156.0 Firefox/156.0",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Edge on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36 EdgA/139.0.0.0",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Opera on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36 OPR/90.0.0.0",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // A browser although it says "Version/4.0 Chrome/", as WebViews do.
    name: "UC Browser on Android",
    userAgent:
      "Mozilla/5.0 (Linux; U; Android 10; en-US; STK-L21 Build/HUAWEISTK-L21) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.8.2.1324 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Mi Browser on Android 8",
    userAgent:
      "Mozilla/5.0 (Linux; U; Android 8.0.0; zh-cn; Mi Note 2 Build/OPR1.170623.032) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/61.0.3163.128 Mobile Safari/537.36 XiaoMi/MiuiBrowser/10.1.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "DuckDuckGo on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/80.0.3987.162 Mobile Safari/537.36 DuckDuckGo/5",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Yandex Browser on Android",
    userAgent:
      "Mozilla/5.0 (Linux; arm_64; Android 12; CTR-L81) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.7871.119 YaBrowser/26.8.3.119.00 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Samsung Internet on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/30.0 Chrome/143.0.0.0 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Samsung Internet 16 on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-N976N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/16.2 Chrome/92.0.4515.166 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Samsung Internet 4 on Android 6",
    userAgent:
      "Mozilla/5.0 (Linux; Android 6.0.1; SAMSUNG SM-G935L Build/MMB29K) AppleWebkit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/44.0.2403.133 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // Naver's app says "Whale/" too: that word proves nothing.
    name: "Whale on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/60.0.3112.113 Whale/0.9.5.0 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: 'a model name that ends in "BOT"',
    userAgent:
      "Mozilla/5.0 (Linux; Android 11; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.120 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // Made up, the only one here: no real agent with such a word was found.
    name: 'a word that ends in "line/"',
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 Online/1",
    maxTouchPoints: 5,
    device: "mobile",
  },

  // Android tablets, which do not say "Mobile"

  {
    name: "Chrome on an Android tablet",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on a Galaxy Tab A7 Lite",
    userAgent:
      "Mozilla/5.0 (Linux; Android 11; SM-T220) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.73 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on an LG G Pad with Android 6",
    userAgent:
      "Mozilla/5.0 (Linux; Android 6.0.1; LG-V525S3) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.62 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: 'Chrome on a tablet whose model contains "Web"',
    userAgent:
      "Mozilla/5.0 (Linux; Android 8.1.0; WebPad7007) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.162 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Samsung Internet on a Galaxy Tab",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/30.0 Chrome/143.0.0.0 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Samsung Internet on a Galaxy Tab with Android 8",
    userAgent:
      "Mozilla/5.0 (Linux; Android 8.1.0; SAMSUNG SM-T585N0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/12.1 Chrome/79.0.3945.136 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Firefox on an Android tablet",
    userAgent: "Mozilla/5.0 (Android 14; Tablet; rv:131.0) Gecko/131.0 Firefox/131.0",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "a browser on a Fire tablet",
    userAgent:
      "Mozilla/5.0 (Linux; Android 11; KFTUWI) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/152.0.7977.120 Safari/537.36",
    maxTouchPoints: 5,
    device: "mobile",
  },

  // Phones that are neither Android nor iOS

  {
    name: "Samsung Internet on a Tizen phone",
    userAgent:
      "Mozilla/5.0 (Linux; Tizen 2.4.0; TIZEN SM-Z300H) AppleWebKit/537.3 (KHTML, like Gecko)SamsungBrowser/1.1 Mobile Safari/537.3",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "KaiOS",
    userAgent: "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1",
    maxTouchPoints: 5,
    device: "mobile",
  },

  // iPhone and iPod

  {
    name: "Safari on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6.1 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // Safari's words, so a page cannot tell. It has no tabs and has been seen to load new
    // windows in place: right too.
    name: "SFSafariViewController on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.4 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Safari on iPhone, iOS 12",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Safari on iPod touch",
    userAgent:
      "Mozilla/5.0 (iPod touch; CPU iPhone OS 7_0_3 like Mac OS X) AppleWebKit/537.51.1 (KHTML, like Gecko) Version/7.0 Mobile/11B511 Safari/9537.53",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/154.0.8037.55 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Firefox on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/156.1 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Firefox 110 on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/110.1  Mobile/15E148 Safari/605.1.15",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Edge on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) EdgiOS/153.0.4234.46 Version/26.0 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Opera on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6 Mobile/15E148 Safari/604.1 OPT/6.7.3",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Brave on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6.1 Mobile/15E148 Safari/604.1 Brave",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "DuckDuckGo on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/27.0 Mobile/15E148 Safari/604.1 Ddg/27.0",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Whale on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 11_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Whale/0.9.1.679 Mobile/15G77 Safari/605.1.15",
    maxTouchPoints: 5,
    device: "mobile",
  },

  // iPad

  {
    name: "Safari on iPad, mobile site",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/27.0 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Safari on iPad, iOS 12",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 12_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.0 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // What iPadOS says since 13; so does an iPhone asked for the desktop site.
    name: "Safari on iPad",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6.1 Safari/605.1.15",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 26_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/154.0.8037.55 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Chrome on iPad, desktop site",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13_5) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/93 Version/11.1.1 Safari/605.1.15",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Firefox on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 14_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/28.0  Mobile/15E148 Safari/605.1.15",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Edge on iPad, desktop site",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_12_4) AppleWebKit/604.3.5 (KHTML, like Gecko) Version/10.1 Safari/602.1 EdgiOS/45.7.3",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Whale on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 14_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/11.0 Whale/1.7.0.2222 Mobile/15E148 Safari/605.1.15",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    name: "Whale on iPad, desktop site",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_4) AppleWebKit/600.7.12 (KHTML, like Gecko) Whale/1.7.0.2222 Safari/600.7.12",
    maxTouchPoints: 5,
    device: "mobile",
  },
  {
    // A browser with tabs all the same: Naver's own egjs-agent makes this exception.
    name: "Whale on iPad, calling itself in-app",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 14_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/11.0 Whale/1.7.0.2222 Mobile/15E148 Safari/605.1.15 NAVER(inapp; whale; 134; 5.8.0)",
    maxTouchPoints: 5,
    device: "mobile",
  },

  // KakaoTalk and Kakao Story

  {
    name: "KakaoTalk on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; SM-S948N Build/BP4A.251205.006; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.7339.207 Mobile Safari/537.36;KAKAOTALK 2610420",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk 10 on Android, Kakao's example",
    userAgent:
      "Mozilla/5.0 (Linux; Android 14; SM-S908N Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134 Mobile Safari/537.36 KAKAOTALK/10.8.3 (INAPP)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk on a Galaxy Tab",
    userAgent:
      "Mozilla/5.0 (Linux; Android 13; SM-X706N Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/115.0.5790.138 Safari/537.36;KAKAOTALK 2410310",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk on Android 6",
    userAgent:
      "Mozilla/5.0 (Linux; Android 6.0; LG-F600S Build/MRA58K; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/84.0.4147.125 Mobile Safari/537.36;KAKAOTALK 2108970",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Says "Safari/" since 10.8.
    name: "KakaoTalk on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1 KAKAOTALK/26.3.5 (INAPP)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk 10.3 on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.3.1",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk on iPhone, a business page",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU; iPhone OS 15_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 BizWebView KAKAOTALK 9.7.6",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk on iPhone, iOS 12",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 12_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 8.9.8",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "KakaoTalk on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.2.8",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Kakao Story on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 12; SM-G988N Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.79 Mobile Safari/537.36 KAKAOSTORY/6.8.3_21046",
    maxTouchPoints: 5,
    device: "in-app",
  },

  // Naver, Naver Blog (Naver Cafe says the same with "cafe"), Band

  {
    name: "Naver on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; SM-S931N Build/BP4A.251205.006; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0.0.0 Whale/1.0.0.0 Crosswalk/29.128.0.31 Mobile Safari/537.36 NAVER(inapp; search; 2100; 12.23.1)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Naver on an unfolded Galaxy Z Fold",
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; SM-F966N Build/BP4A.251205.006; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0.0.0 Whale/1.0.0.0 Crosswalk/29.128.0.31 Safari/537.36 NAVER(inapp; search; 2100; 12.23.1)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Its own engine of 2019 did not say "; wv)".
    name: "Naver on Android 9",
    userAgent:
      "Mozilla/5.0 (Linux; Android 9; SM-G950N Build/PPR1.180610.011) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.128 Whale/1.0.0.0 Crosswalk/23.69.600.0 Mobile Safari/537.36 NAVER(inapp; search; 690; 10.16.3)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Naver on Android 4.4",
    userAgent:
      "Mozilla/5.0 (Linux; Android 4.4.2; SM-G900S Build/KOT49H) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/33.0.1750.61 Mobile Safari/537.36 NAVER(higgs; search; 340; 6.0.5; 1.0.6.2)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Says "Safari/".
    name: "Naver on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 2000; 12.12.50; 14PROMAX)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Naver 8 on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 11_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E216 NAVER(inapp; search; 580; 8.6.3; 7)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Naver on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 10_0_2 like Mac OS X) AppleWebKit/602.1.50 (KHTML, like Gecko) Mobile/14A456 Version/5.1 Safari/7534.48.3 NAVER(inapp; search; 134; 7.7.0)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Naver Blog on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 11_1_2 like Mac OS X) AppleWebKit/604.3.5 (KHTML, like Gecko) Mobile/15B202 NAVER(inapp; blog; 100; 4.0.44)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Band on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 13_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 BAND/8.0.1 (iOS 13.6; iPad6,3)",
    maxTouchPoints: 5,
    device: "in-app",
  },

  // Other Korean apps

  {
    name: "Daum on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 11; SM-G970N Build/RP1A.200720.012; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/83.0.4103.106 Mobile Safari/537.36 DaumApps/7.5.0 DaumDevice/mobile",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Says "Safari/".
    name: "Daum on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605.1.15 Mobile/15E148 DaumApps/7.5.1 DaumDevice/mobile",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // The whole agent, as a server logged it (hanjo8813/PleaseGraduate issue 53).
    name: "Everytime",
    userAgent: "everytimeApp",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // As a server's notes have it; elsewhere a WebView's usual words come first.
    name: "Toss",
    userAgent: "AppsInToss TossApp/5.275.0 TossColorPreference/light TossFontAccessibility/Large",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Karrot on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 TowneersApp/26.34.0 (263400; iOS 26.6.0; Production; release)",
    maxTouchPoints: 5,
    device: "in-app",
  },

  // Apps that add nothing to a WebView's words, and everything unknown. Coupang, Zigzag, Musinsa,
  // 29CM, KB and KakaoBank have no rows of their own: no agent that could be trusted
  // was found for them.

  {
    name: "a WebView on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; SM-A155F Build/BP4A.251205.006; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/153.0.8010.36 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "a WebView on Android 5",
    userAgent:
      "Mozilla/5.0 (Linux; Android 5.0; SM-G900S Build/LRX21T; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/42.0.2311.138 Mobile Safari/537.36",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "a WebView on an Android tablet",
    userAgent:
      "Mozilla/5.0 (Linux; Android 7.1.1; SM-P550 Build/NMF26X; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/89.0.4389.90 Safari/537.36",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "a Samsung app's WebView",
    userAgent:
      "Mozilla/5.0 (Linux; Android 7.0; SM-T813 Build/NRD90M; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/90.0.4430.210 Safari/537.36 SamsungBrowser/CrossApp/0.1.136",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "a WKWebView on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // The default of a WKWebView on the larger iPads.
    name: "a WKWebView on iPad, desktop site",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Home Assistant on iPad",
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Home Assistant/2024.7 (io.robbie.HomeAssistant; build:2024.730; iPadOS 17.5.1) Mobile/HomeAssistant, like Safari",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // A WKWebView's words. The same window is right: there are no tabs, and iOS shows an address
    // outside the web app in a sheet with a way back.
    name: "a home-screen web app on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 9_3_5 like Mac OS X) AppleWebKit/601.1.46 (KHTML, like Gecko) Mobile/13G36",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "a home-screen web app on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 8_1_1 like Mac OS X) AppleWebKit/600.1.4 (KHTML, like Gecko) Mobile/12B436",
    maxTouchPoints: 5,
    device: "in-app",
  },

  // Browsers in a WebView's words. The same window costs them a tab; a new one could cost an
  // unknown app the chat.

  {
    name: "Opera Mini on Android",
    userAgent:
      "Mozilla/5.0 (Linux; U; Android 10; SM-G960F Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/95.0.4638.50 Mobile Safari/537.36 OPR/60.0.2254.59405",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "UC Browser on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 15_3_1 like Mac OS X; zh-CN) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/19D52 UCBrowser/13.8.9.1722 Mobile  AliApp(TUnionSDK/0.1.20.4)",
    maxTouchPoints: 5,
    device: "in-app",
  },

  // Google's app. On iOS it has a browser's words, but Braintree's detection says that it "is
  // technically a webview and doesn't support popups": the same window is what surely works.

  {
    name: "Google's app on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/439.4.980558000 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    name: "Google's app on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/319.0.638705450 Mobile/15E148 Safari/604.1",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    name: "Google's app on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 6.0; M5s Build/MRA58K; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/44.0.2403.147 Mobile Safari/537.36 GSA/12.40.17.23.arm64",
    maxTouchPoints: 5,
    device: "in-app",
  },

  // Meta's apps; Facebook and Instagram on iOS say "Safari/" since 2025

  {
    name: "Instagram on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240905.003; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36 Instagram 355.1.0.44.103 Android (34/14; 420dpi; 1080x2205; Google/google; Pixel 8; shiba; shiba; en_US; 658190016)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Instagram on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23C55 Instagram 428.2.0.37.66 (iPhone15,4; iOS 26_2; en_GB; en-GB; scale=3.00; 1179x2556; IABMV/1; 961927775) NW/3 Safari/604.1",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Instagram 354 on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 354.0.0.29.90 (iPhone12,8; iOS 18_1; en_US; en; scale=2.00; 750x1334; 654111336; IABMV/1)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Instagram on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 17_7_11 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21H461 Instagram 446.0.0.28.66 (iPad7,3; iPadOS 17_7_11; es_ES; es-ES; scale=2.00; 1668x2224; IABMV/1; 1060018354) Safari/604.1",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Facebook on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240905.003; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.83 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/488.0.0.62.79;IABMV/1;]",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // WebViews say "; wv)" since Android 5.
    name: "Facebook on Android 4.4",
    userAgent:
      "Mozilla/5.0 (Linux; Android 4.4.2; SM-G900I Build/KOT49H) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/30.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/52.0.0.12.18;]",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Facebook on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_4_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23E261 Safari/604.1 [FBAN/FBIOS;FBAV/559.0.0.56.80;FBBV/955347213;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/26.4.2;FBSS/3;FBID/phone;FBLC/en_GB;FBOP/5;FBRV/961168810;IABMV/1]",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Facebook on iPhone, short form",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22G100 Safari/604.1 MetaIAB Facebook",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Facebook on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20D67 [FBAN/FBIOS;FBAV/407.1.0.42.94;FBBV/458594382;FBDV/iPad13,17;FBMD/iPad;FBSN/iPadOS;FBSV/16.3.1;FBSS/2;FBID/tablet;FBLC/it_IT;FBOP/5;FBRV/0]",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Messenger on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 9; TECNO KC2 Build/PPR1.180610.011; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/111.0.5563.116 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/403.1.0.17.106;]",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Messenger on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 10_3_3 like Mac OS X) AppleWebKit/603.3.8 (KHTML, like Gecko) Mobile/14G60 [FBAN/MessengerForiOS;FBAV/132.0.0.41.90;FBBV/69171754;FBDV/iPhone8,4;FBMD/iPhone;FBSN/iOS;FBSV/10.3.3;FBSS/2;FBCR/Koodo;FBID/phone;FBLC/en_US;FBOP/5;FBRV/0]",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Threads on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; SM-S926U Build/BP4A.251205.006; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/153.0.8010.36 Mobile Safari/537.36 Barcelona 448.0.0.54.85 Android (36/16; 540dpi; 1080x2340; samsung; SM-S926U; e2q; qcom; en_US; 1073639361)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Threads on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23D5103d Barcelona 413.1.0.23.79 (iPhone18,1; iOS 26_3; en_US; en; scale=3.00; 1206x2622; IABMV/1; 865807478)",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Chrome's words but for the last.
    name: "WhatsApp on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.7390.124 Mobile Safari/537.36 [WA4A/2.25.32.75;]",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    // Safari's words but for the last.
    name: "WhatsApp on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6 Mobile/15E148 Safari/604.1 [WAiOS/2.26.31]",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },

  // Other apps

  {
    name: "LINE on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 13; SM-N986N Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/115.0.5790.166 Mobile Safari/537.36 Line/13.12.0/IAB",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // "Safari" without its slash.
    name: "LINE on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 9_2_1 like Mac OS X) AppleWebKit/601.1.46 (KHTML, like Gecko) Mobile/13D15 Safari Line/5.10.0",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Reported from a user's phone; others still report it without "/604.1".
    name: "LINE 14 on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F79 Safari/604.1 Line/14.10.0",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "TikTok on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 11; 21061119AG Build/RP1A.200720.011; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/92.0.4515.131 Mobile Safari/537.36 trill_2022109040 JsSdk/1.0 NetType/MOBILE Channel/googleplay AppName/musical_ly app_version/21.9.4 ByteLocale/ru-RU ByteFullLocale/ru-RU Region/KG BytedanceWebview/d8a21c6",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Says "Safari/" since 2025.
    name: "TikTok on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1 musical_ly_41.4.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/nl Region/NL isDarkMode/0 WKWebView/1 RevealType/Dialog",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    name: "TikTok on iPhone, Asian build",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1 trill_41.5.0 BytedanceWebview/d8a21c6",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    name: "TikTok 21 on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 musical_ly_21.1.0 JsSdk/2.0 NetType/4G Channel/App Store ByteLocale/ru Region/RU ByteFullLocale/ru-RU isDarkMode/1 WKWebView/1 BytedanceWebview/d8a21c6",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "X on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 13; CPH2531 Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/123.0.6312.120 Mobile Safari/537.36 TwitterAndroid",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "X on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22H352 Twitter for iPhone/12.3",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // Says "Safari/", in brackets.
    name: "Snapchat on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6.1 Mobile/15E148 Snapchat/14.25.0.48 (like Safari/8624.5.1.10.3, panda)",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    name: "WeChat on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 8.1; EML-AL00 Build/HUAWEIEML-AL00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/53.0.2785.143 Crosswalk/24.53.595.0 XWEB/358 MMWEBSDK/23 Mobile Safari/537.36 MicroMessenger/6.7.2.1340(0x2607023A) NetType/4G Language/zh_CN",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "WeChat on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.56(0x18003831) NetType/4G Language/zh_CN",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    // No "; wv)". On iOS Telegram has Safari's words: nothing to tell it by.
    name: "Telegram on Android",
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.7922.199 Mobile Safari/537.36 Telegram-Android/12.10.0 (Samsung SM-S901U1; Android 16; SDK 36; HIGH)",
    maxTouchPoints: 5,
    device: "mobile", // without a mark of its own: a refused window falls back to the same one
  },
  {
    name: "LinkedIn on iPhone",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.31.1579.3",
    maxTouchPoints: 5,
    device: "in-app",
  },
  {
    name: "Pinterest on iPad",
    userAgent:
      "Mozilla/5.0 (iPad; CPU OS 8_4_1 like Mac OS X) AppleWebKit/600.1.4 (KHTML, like Gecko) Mobile/12H321 [Pinterest/iOS]",
    maxTouchPoints: 5,
    device: "in-app",
  },
];
