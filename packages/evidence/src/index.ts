export { type AddedFacts, addFacts, newFactsFile, passageAt } from "./by-hand/add-fact.js";
export { type Fault, faultOf } from "./by-hand/check-facts.js";
export { PageChecker } from "./by-hand/check-passage.js";
export type { LineRange } from "./by-hand/collapsed-text.js";
export type { PageCoverage } from "./by-hand/coverage.js";
export { defaultPages, type FactsFile, factsFileName, type Passage, type WrittenFact } from "./by-hand/facts-file.js";
export { type HandProblem, printHandProblem } from "./by-hand/hand-problem.js";
export { type HandFolder, loadByHand, newByHand } from "./by-hand/load-by-hand.js";
export { missingName } from "./by-hand/missing-name.js";
export { describeNoPlace } from "./by-hand/no-place.js";
export { parseValue } from "./by-hand/parse-value.js";
export type { PassageState } from "./by-hand/passage-state.js";
export { type PassagePlace, parseRange } from "./by-hand/place.js";
export { printCoverage } from "./by-hand/print-coverage.js";
export { type QuotedPage, quotePage } from "./by-hand/quoted-page.js";
export { type HandResult, type MovedPassage, readByHand } from "./by-hand/read-by-hand.js";
export { readFactsFile } from "./by-hand/read-facts-file.js";
export { showLines } from "./by-hand/show-passage.js";
export { type UpdatedFacts, updatePlaces } from "./by-hand/update-places.js";
export { draftSpec } from "./draft/draft.js";
export { type Share, shareOf } from "./draft/share.js";
export { countFacts, countOpen, type FactCounts, type OpenCounts } from "./facts/count-facts.js";
export { EvidenceFormatError, parseEvidence, printEvidence } from "./facts/evidence-json.js";
export type { Difference, Evidence, Fact, FactValue, FamilyName, Page, PageRole, Place } from "./facts/fact.js";
export {
  loadObservedSpec,
  maximumRecordingSize,
  type Observed,
  type ObservedSpec,
  observeFile,
  printObserved,
} from "./observed/observe-file.js";
export { loadEvidence } from "./provider-folder/load-evidence.js";
export { type ChecklistPlaces, checklistOf } from "./provider-folder/questions-of-folder.js";
export { textsOfFolder } from "./provider-folder/read-texts.js";
export { foldersWithEvidence, verifyFolder } from "./provider-folder/verify-folder.js";
export { type LoadedPages, loadPages, loadWire, maximumPageSize } from "./read/folder.js";
export type { PageSource } from "./read/page-source.js";
export { type Problem, printProblem } from "./read/problem.js";
export { type ReadOptions, type ReadResult, readDocumentation, type SampleCounts } from "./read/read.js";
export { printHtmlReport } from "./report/html.js";
export { printJsonReport } from "./report/json.js";
export { linesOf, type Reported, type ReportLine } from "./report/lines.js";
export { printMarkdownReport } from "./report/markdown.js";
export { printTextReport } from "./report/text.js";
export type { Claim } from "./spec/claim.js";
export { claimsOf } from "./spec/claims.js";
export { type Location, loadSpec, type Spec, SpecError } from "./spec/load-spec.js";
export { parseTexts, TextsError } from "./texts/texts-json.js";
export type { Texts } from "./texts/texts-of.js";
export type { UnreadText } from "./texts/unread-texts.js";
export { type Finding, type Unsourced, type Verdict, type Verification, verify } from "./verify/verify.js";
export { parseWaivers, type Waiver, WaiverError } from "./verify/waivers.js";
export { draftWire, type WireDraft } from "./wire/draft-wire.js";
export { loadSourceNames } from "./wire/load-sources.js";
export type { SourceName } from "./wire/source-name.js";
