/**
 * Every code that there is, with its severity and its title. The code `x` has the page docs/diagnostics/x.md, whose headline is the title; the build
 * puts it into the package.
 */
export const diagnosticKinds = {
  // Reading the file.
  "file-unreadable": ["error", "The file cannot be read"],
  "file-empty": ["error", "The file is empty"],
  "file-not-utf8": ["error", "The file is not UTF-8 text"],
  // YAML and JSON.
  "yaml-syntax": ["error", "The text is no YAML or JSON"],
  "yaml-indentation": ["warning", "A line inside brackets or quotes is indented too little"],
  "yaml-several-documents": ["error", "The file holds several YAML documents"],
  "yaml-duplicate-key": ["error", "A key is given twice"],
  "yaml-key-not-text": ["error", "A key is no text"],
  "yaml-tag-unsupported": ["warning", "A YAML tag has no meaning in JSON"],
  "yaml-number-not-json": ["error", "A number has no place in JSON"],
  "yaml-merge-key": ["error", "A merge key merges something else than mappings"],
  "yaml-alias-limit": ["error", "Aliases make the document endless or enormous"],
  "document-too-deep": ["error", "The document is nested too deeply"],
  // The document as a whole.
  "document-not-object": ["error", "The document is no object"],
  "openapi-version": ["error", "The document is not OpenAPI 3.0 or 3.1"],
  // References.
  "reference-unresolved": ["omission", "A reference leads to nothing"],
  "reference-kind": ["omission", "A reference leads to something of another kind"],
  "reference-circular": ["warning", "A reference leads back to itself"],
  "reference-outside": ["omission", "A reference leads out of the folder of the document"],
  "reference-network": ["omission", "A reference leads to another host"],
  "reference-limit": ["omission", "References would have to be written out without end"],
  "reference-inexact": ["warning", "A reference leads to its target only by a rule"],
  "reference-siblings": ["warning", "OpenAPI ignores what stands beside a $ref"],
  // The structure of OpenAPI.
  "structure-invalid": ["error", "A value is of the wrong kind"],
  "structure-member-missing": ["error", "An object lacks a member"],
  "structure-member-unknown": ["warning", "An object has a member that OpenAPI does not know"],
  "schema-keyword-version": ["warning", "A keyword belongs to the other version of OpenAPI"],
  // What the model needs of it.
  "operation-id-missing": ["error", "An operation has no operationId"],
  "operation-id-duplicate": ["error", "Two operations have the same name"],
  "operation-id-unusable": ["error", "No name can be made of an operationId"],
  "path-template-invalid": ["omission", "A path cannot be sent as it is written"],
  "path-slash-missing": ["warning", "A path does not begin with a slash"],
  "path-fragment": ["warning", "A path has a fragment, which is never sent"],
  "path-query": ["warning", "A path has a query"],
  "path-parameter-twice": ["warning", "A path has the same braces twice"],
  "path-parameter-undeclared": ["warning", "A path has braces that no parameter fills"],
  "path-parameter-unused": ["warning", "A path parameter has no place in its path"],
  "path-parameter-optional": ["warning", "A path parameter is not marked as required"],
  "parameter-duplicate": ["warning", "A parameter stands twice in one list"],
  "parameter-name-invalid": ["omission", "A name cannot be sent"],
  "parameter-ignored": ["warning", "OpenAPI ignores a parameter"],
  "parameter-style-invalid": ["warning", "A style does not belong where it is used"],
  "parameter-schema-missing": ["warning", "A parameter or header does not say what it holds"],
  "response-status-spelling": ["warning", "A status is spelled otherwise than OpenAPI has it"],
  "response-status-invalid": ["omission", "A response is not keyed by a status"],
  "responses-missing": ["warning", "An operation states no responses"],
  "security-scheme-unknown": ["omission", "A security requirement names no scheme"],
  "security-scheme-unsupported": ["omission", "The runtime cannot send this kind of credential"],
  "server-variable-undeclared": ["warning", "A server's URL has braces that no variable fills"],
  "server-variable-default": ["warning", "A server variable's default is none of its values"],
  "media-type-invalid": ["omission", "A media type is none"],
  "media-type-stream": ["warning", "An answer is a stream"],
  "request-body-empty": ["omission", "A request body has no media type"],
  "request-body-unsendable": ["omission", "A request body cannot be sent with its method"],
  "method-unsupported": ["omission", "A method cannot be sent"],
  "callbacks-unsupported": ["omission", "No code is generated for callbacks"],
  "webhooks-unsupported": ["omission", "No code is generated for webhooks"],
  "pagination-invalid": ["omission", "x-pagination does not fit the operation"],
  "extension-invalid": ["warning", "An extension has a value of the wrong kind"],
  // Writing the package.
  "output-not-generated": ["error", "A file that was not generated is in the way"],
  "output-unfinished": ["error", "A package is half written"],
  "output-unusable": ["error", "A package cannot be read or written"],
  // A mistake of this project.
  internal: ["error", "Facsimile made a mistake"],
} as const;

export type DiagnosticCode = keyof typeof diagnosticKinds;
