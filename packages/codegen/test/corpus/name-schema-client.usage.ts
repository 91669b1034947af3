import { createClient, listKettles } from "./name-schema-client/functions.js";
import {
  createKettle,
  type KettleApi,
  type KettleClientCredentials,
  type KettleClientOptions,
  type KettleHandle,
} from "./name-schema-client/index.js";
import type { Kettle, KettleClient, KettleCredentials, KettleOptions } from "./name-schema-client/schemas.js";

const credentials: KettleClientCredentials = { key: "k" };
const options: KettleClientOptions = { baseUrl: "https://api.example.com", credentials };
const kettle: KettleApi = createKettle(options);
await kettle.listKettles();
const handle: KettleHandle = createClient(options);
await listKettles(handle);
export const words: [Kettle, KettleClient, KettleOptions, KettleCredentials] = ["", "", "", ""];
