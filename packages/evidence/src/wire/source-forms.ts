import type { SentIn } from "./source-name.js";

/** What one line of a source says. Groups of the patterns are called `owner`, `name`, `wire` and `constant`. */
export interface SourceForm {
  readonly pattern: RegExp;
  readonly says: "model" | "operation" | "property" | "parameter" | "constant" | "wire name" | "end of names";
  readonly in?: SentIn;
}

const python: readonly SourceForm[] = [
  { pattern: /^class (?<owner>\w+)\b/, says: "model" },
  { pattern: /^ {4}def _?(?<owner>\w+?)(?:_serialize|_with_http_info)?\(/, says: "operation" },
  { pattern: /^\s+'operation_id': '(?<owner>\w+)'/, says: "operation" },
  { pattern: /^ {4}(?<name>\w+): .*\balias\s*=\s*["'](?<wire>[^"']+)["']/, says: "property" },
  { pattern: /^ {4}(?<name>[a-z]\w*): (?!ClassVar).*(?:Field\(|Optional\[|Strict)/, says: "property" },
  { pattern: /^ {8}'(?<name>\w+)': '(?<wire>[^']+)',?\s*(?:#.*)?$/, says: "property" },
  {
    pattern: /query_params\.append\(\('(?<wire>[^']+)', (?:local_var_params\[')?(?<name>\w+)/,
    says: "parameter",
    in: "query",
  },
  { pattern: /path_params\['(?<wire>[^']+)'\] = (?:local_var_params\[')?(?<name>\w+)/, says: "parameter", in: "path" },
  {
    pattern: /header_params\['(?<wire>[^']+)'\] = (?:local_var_params\[')?(?<name>\w+)/,
    says: "parameter",
    in: "header",
  },
  {
    pattern: /form_params\.append\(\('(?<wire>[^']+)', (?:local_var_params\[')?(?<name>\w+)/,
    says: "parameter",
    in: "form",
  },
  { pattern: /^ {20}'(?<name>\w+)': '(?<wire>[^']+)',?$/, says: "parameter" },
  { pattern: /^\s+'location_map': \{/, says: "end of names" },
];

const go: readonly SourceForm[] = [
  { pattern: /^type (?<owner>\w+) struct \{/, says: "model" },
  { pattern: /^func \(\w+ \*?\w+\) (?<owner>\w+?)(?:Execute)?\(/, says: "operation" },
  { pattern: /^\t(?<name>[A-Z]\w*)\s+\S+\s+`json:"(?<wire>[^",]+)/, says: "property" },
  { pattern: /QueryParams, "(?<wire>[^"]+)", \w+\.(?<name>\w+)/, says: "parameter", in: "query" },
  { pattern: /HeaderParams, "(?<wire>[^"]+)", \w+\.(?<name>\w+)/, says: "parameter", in: "header" },
  { pattern: /FormParams, "(?<wire>[^"]+)", \w+\.(?<name>\w+)/, says: "parameter", in: "form" },
  {
    pattern: /QueryParams\.Add\("(?<wire>[^"]+)", parameterToString\(\*?\w+\.(?<name>\w+)/,
    says: "parameter",
    in: "query",
  },
  {
    pattern: /HeaderParams\["(?<wire>[^"]+)"\] = parameterToString\(\*?\w+\.(?<name>\w+)/,
    says: "parameter",
    in: "header",
  },
];

const java: readonly SourceForm[] = [
  { pattern: /^\s*public (?:static )?class (?<owner>\w+)/, says: "model" },
  { pattern: /^\s*(?:public|private) [\w.<>]+ (?<owner>\w+?)Call\(/, says: "operation" },
  { pattern: /String (?<constant>SERIALIZED_NAME_\w+|JSON_PROPERTY_\w+) = "(?<wire>[^"]+)"/, says: "constant" },
  { pattern: /@(?:SerializedName|JsonProperty)\("(?<wire>[^"]+)"\)/, says: "wire name" },
  { pattern: /@(?:SerializedName|JsonProperty)\((?<constant>\w+)\)/, says: "wire name" },
  { pattern: /^\s+private (?:[^=;()]*[^=;()\w])?(?<name>\w+)\s*(?:=[^;]*)?;/, says: "property" },
  { pattern: /parameterToPairs?\((?:"\w+", )?"(?<wire>[^"]+)", (?<name>\w+)\)/, says: "parameter", in: "query" },
  {
    pattern: /HeaderParams\.put\("(?<wire>[^"]+)", \w+\.parameterToString\((?<name>\w+)\)/,
    says: "parameter",
    in: "header",
  },
  { pattern: /FormParams\.put\("(?<wire>[^"]+)", (?<name>\w+)\)/, says: "parameter", in: "form" },
];

const typescript: readonly SourceForm[] = [
  { pattern: /^export class (?<owner>\w+)/, says: "model" },
  { pattern: /^export function (?<owner>\w+?)FromJSONTyped\(/, says: "model" },
  { pattern: /^\s+(?:public )?async (?<owner>\w+?)(?:Raw)?\(/, says: "operation" },
  { pattern: /^\s+(?<owner>\w+): async \(/, says: "operation" },
  { pattern: /^\s+"?name"?: "(?<name>[^"]+)",?$/, says: "property" },
  { pattern: /^\s+"?baseName"?: "(?<wire>[^"]+)",?$/, says: "wire name" },
  { pattern: /^\s+'(?<name>[^']+)': .*\bjson\['(?<wire>[^']+)'\]/, says: "property" },
  {
    pattern: /ueryParameters?\['(?<wire>[^']+)'\] = (?:requestParameters\[')?(?<name>\w+)/,
    says: "parameter",
    in: "query",
  },
  {
    pattern: /eaderParameters?\['(?<wire>[^']+)'\] = (?:String\()?(?:requestParameters\[')?(?<name>\w+)/,
    says: "parameter",
    in: "header",
  },
];

const php: readonly SourceForm[] = [
  { pattern: /^class (?<owner>\w+)\b/, says: "model" },
  { pattern: /^\s+public function (?<owner>\w+?)Request\(/, says: "operation" },
  { pattern: /^\s+protected static \$attributeMap = \[/, says: "wire name" },
  { pattern: /^\s+\];/, says: "end of names" },
  { pattern: /^\s+'(?<name>\w+)' => '(?<wire>[^']+)',?$/, says: "property" },
  { pattern: /^\s+\$(?<name>\w+),$/, says: "constant" },
  { pattern: /^\s+'(?<wire>[^']+)', \/\/ param base(?: n|N)ame/, says: "parameter", in: "query" },
  {
    pattern: /\$headerParams\['(?<wire>[^']+)'\] = ObjectSerializer::toHeaderValue\(\$(?<name>\w+)\)/,
    says: "parameter",
    in: "header",
  },
];

/** The forms of the sources of SDKs, by the ending of their files. */
export const sourceForms: Readonly<Record<string, readonly SourceForm[]>> = {
  ".py": python,
  ".go": go,
  ".java": java,
  ".ts": typescript,
  ".php": php,
};
