export { basicFrom, type ClientVariables, clientFrom, type FromEnvironment, textFrom } from "./credentials.js";
export type { Environment } from "./variable.js";
