/** The element's class and the program; registers nothing. */

export { AmendsPanel, type Foreteller, type Insertion, type Recommender, type Reply } from "./panel.js";
export { load, LoadError, type LoadFailure, type LoadOptions, Program } from "./program.js";
export type * from "./types.js";
