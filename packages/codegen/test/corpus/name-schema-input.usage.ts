import {
  type AddTinInput,
  type AddTinOperationInput,
  type AddTinOperationResult,
  type AddTinResult,
  createTins,
} from "./name-schema-input/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const body: AddTinInput = "a";
const input: AddTinOperationInput = { body };
const result: AddTinOperationResult = await tins.addTin(input);
if (result.ok) result.data satisfies AddTinResult;
