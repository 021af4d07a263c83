import { unsafeCSS } from "lit";
import layout from "./style/layout.css";
import path from "./style/path.css";
import print from "./style/print.css";
import tokens from "./style/tokens.css";

/** Adopted as constructed sheets, so that a policy without inline styles holds. */
export const styles = [tokens, layout, path, print].map((sheet) => unsafeCSS(sheet));
