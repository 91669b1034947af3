export { formMeanings } from "./form-meanings.js";
export { judgeParameters, type ParameterContext, type SentParameters } from "./judge-parameters.js";
export { meaningErrors, textMeanings } from "./meanings.js";
export { decodeForm, type Pair, readPairs, splitPairs } from "./pair.js";
export { readStyledPairs, readStyledText } from "./read-styles.js";
export { isStyled, styleOf } from "./styled-encoding.js";
export type { Shape, Text } from "./text.js";
