import { createTins } from "./name-id-missing-similar/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getA_B();
await tins.getA_b();
await tins.getAB();
await tins.get$aB();
await tins.getAb();
await tins.getAB$();
await tins.get$A$$B();
await tins.getAByB({ path: { b: "" } });
await tins.getAByCD({ path: { c: "" } });
await tins.getA$by$B();
await tins.getAByCId({ path: { cId: "" } });
await tins.getXByC$id({ path: { c: "" } });
await tins.get$a_25_20b();
await tins.get$a_2e_b();
await tins.get$größe();
await tins.get$2();
