import { createTins, type Label, type Tin } from "./reference-files/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
const result = await tins.listTins();
if (result.ok) {
  const first: Tin | undefined = result.data[0];
  const label: Label | undefined = first?.label;
  console.log(label);
}
