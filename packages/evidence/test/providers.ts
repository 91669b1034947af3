import { fileURLToPath } from "node:url";

/** The providers whose specs are in this repository. */
export const providers = ["igtcloud-entities", "opendatasoft-automation", "sendauth", "ultracart"] as const;

export const specsFolder: string = fileURLToPath(new URL("../../../specs", import.meta.url));

/** The pages, where they lie beside the repository. They are other people's and not part of it. */
export const docsFolder: string = fileURLToPath(new URL("../../../../shared/docs", import.meta.url));
