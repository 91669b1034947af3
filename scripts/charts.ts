/** `npm run charts`: draws the pictures of README.md that are not of a benchmark, from what the proofs give now. */
import { drawPipeline } from "./charts/pipeline.js";
import { proofChart, readProofs } from "./charts/proof.js";
import { drawBoth } from "./charts/theme.js";
import { drawChart } from "./charts/vega.js";

drawBoth("pipeline", drawPipeline);
const proofs = await readProofs();
drawChart("proof", "Facts and contract cases of each provider", (theme) => proofChart(proofs, theme));
