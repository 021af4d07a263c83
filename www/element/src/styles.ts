import layout from "./style/layout.css";
import path from "./style/path.css";
import print from "./style/print.css";
import tokens from "./style/tokens.css";

/** Adopted as a constructed sheet, one for all panels, so that a policy without inline styles holds. */
export const styles = [tokens, layout, path, print].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});
