import type { Api } from "@facsimile/document";
import { runtimePackage } from "../plan/mark.js";
import type { Code } from "../print/index.js";
import { importedName, importedType } from "../print/index.js";

export { runtimePackage };

/** A function or class of the runtime. */
export function runtimeValue(name: string): Code {
  return importedName(name, runtimePackage);
}

/** A type of the runtime. */
export function runtimeType(name: string): Code {
  return importedType(name, runtimePackage);
}

/** The module of the runtime that reads answers item by item. Only packages name it that have such. */
export const streamsModule: string = `${runtimePackage}/streams`;

/** The module of the runtime that receives webhooks. Only packages name it whose documents have some. */
export const webhooksRuntime: string = `${runtimePackage}/webhooks`;

export function webhooksType(name: string): Code {
  return importedType(name, webhooksRuntime);
}

/** The module of the runtime that holds values against schemas. Only packages name it that are asked to have such. */
const schemasRuntime: string = `${runtimePackage}/schemas`;

export function schemasValue(name: string): Code {
  return importedName(name, schemasRuntime);
}

export function schemasType(name: string): Code {
  return importedType(name, schemasRuntime);
}

export function streamsValue(name: string): Code {
  return importedName(name, streamsModule);
}

export function streamsType(name: string): Code {
  return importedType(name, streamsModule);
}

/** What a package calls what it hands on of the runtime. */
export function handedOnName({ names }: Api, name: string): string {
  return names.handedOn.find((one) => one.name === name)?.as ?? name;
}
