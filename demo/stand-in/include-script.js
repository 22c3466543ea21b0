// In place of Kakao's includeScript, whose content is published nowhere: by the API document it
// brings the window to the recommended size.
(() => {
  if (window.toolbar.visible) return;
  resizeTo(1024 + outerWidth - innerWidth, 800 + outerHeight - innerHeight);
})();
