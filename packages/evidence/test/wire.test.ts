import { describe, expect, it } from "vitest";
import { draftWire, loadSourceNames, loadSpec, readDocumentation, verify } from "../src/index.js";
import { fixture, type Language, shelfEvidence, shelfPages, valuesOf } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

/** A bit of the source of an SDK in each language: a model with `writtenOn`, and an operation that sends `pageSize`. */
const sources: Readonly<Record<"python" | "typescript" | "go" | "java" | "php", Readonly<Record<string, string>>>> = {
  python: {
    "shelf/models/book.py":
      "class Book(BaseModel):\n    title: StrictStr = Field(description='x')\n    written_on: date = Field(default=None, alias=\"writtenOn\")\n",
    "shelf/api/books_api.py":
      "class BooksApi:\n    def _list_books_serialize(\n        if page_size is not None:\n            _query_params.append(('pageSize', page_size))\n",
  },
  typescript: {
    "models/Book.ts":
      'export class Book {\n    static readonly attributeTypeMap = [\n        {\n            "name": "writtenOn",\n            "baseName": "writtenOn",\n        },\n',
    "apis/BooksApi.ts":
      "    async listBooksRaw(requestParameters) {\n            queryParameters['pageSize'] = requestParameters['pageSize'];\n",
  },
  go: {
    "model_book.go": 'type Book struct {\n\tWrittenOn *string `json:"writtenOn,omitempty"`\n',
    "api_books.go":
      'func (a *BooksAPIService) ListBooksExecute(r Request) {\n\tparameterAddToHeaderOrQuery(localVarQueryParams, "pageSize", r.pageSize, "form", "")\n',
  },
  java: {
    "Book.java":
      'public class Book {\n  public static final String SERIALIZED_NAME_WRITTEN_ON = "writtenOn";\n  @SerializedName(SERIALIZED_NAME_WRITTEN_ON)\n  private LocalDate writtenOn;\n',
    "BooksApi.java":
      '    public okhttp3.Call listBooksCall(Integer pageSize) {\n      localVarQueryParams.addAll(localVarApiClient.parameterToPair("pageSize", pageSize));\n',
  },
  php: {
    "Model/Book.php":
      "class Book\n{\n    protected static $attributeMap = [\n        'written_on' => 'writtenOn',\n    ];\n",
    "Api/BooksApi.php":
      "    public function listBooksRequest($page_size)\n            $page_size,\n            'pageSize', // param base name\n",
  },
};

const openSpec = () => loadSpec(fixture("shelf/openapi.yaml"), "openapi.yaml");

describe.each(Object.entries(sources))("the source of an SDK in %s", (name, files) => {
  const language = name as Language; // the keys are the languages
  it("gives the names on the wire, each with its place, and the rest is left open", async () => {
    const folder = await temporaryFolder(files);
    const { text, found, open } = draftWire(await shelfEvidence(language), await loadSourceNames(folder));
    const wire = JSON.parse(text);
    const [modelFile = "", apiFile = ""] = Object.keys(files);
    const [operation] = Object.keys(wire.operations).filter((each) => /list/i.test(each));
    const entries: [string, { wire: string | null; from?: string }][] = Object.entries(
      wire.operations[operation ?? ""].parameters,
    );
    const pageSize = entries.find(([each]) => /page/i.test(each))?.[1];
    expect(pageSize).toMatchObject({ wire: "pageSize", in: "query", from: expect.stringContaining(`${apiFile}:`) });
    const [property] = Object.keys(wire.models.Book.properties).filter((each) => /written/i.test(each));
    expect(wire.models.Book.properties[property ?? ""]).toBe("writtenOn");
    expect(wire.models.Book.from[property ?? ""]).toContain(`${modelFile}:`);
    expect(found).toBeGreaterThanOrEqual(2);
    expect(open).toBeGreaterThan(5);
  });

  it("makes facts of what was spelled alike", async () => {
    const folder = await temporaryFolder(files);
    const { text } = draftWire(await shelfEvidence(language), await loadSourceNames(folder));
    const { evidence } = readDocumentation("shelf", [...(await shelfPages(language)), { file: "wire.json", text }]);
    if (evidence === undefined) throw new Error("the wire names were not understood");
    const before = [...valuesOf(await shelfEvidence(language)).keys()].filter((id) => id.endsWith("/spelling"));
    const after = [...valuesOf(evidence).keys()].filter((id) => id.endsWith("/spelling"));
    expect(after.length).toBeLessThanOrEqual(before.length - 2);
    const { findings } = verify(await openSpec(), evidence, []);
    expect(findings.filter(({ verdict }) => verdict === "contradicted" || verdict === "missing")).toEqual([]);
  });
});

describe("a wire.json that is there", () => {
  it("has its names, which are not looked for again", async () => {
    const known =
      '{ "operations": { "list_books": { "parameters": { "page_size": { "wire": "pageSize", "in": "query" } } } } }';
    const pages = [...(await shelfPages("python")), { file: "wire.json", text: known }];
    const { evidence } = readDocumentation("shelf", pages);
    if (evidence === undefined) throw new Error("the wire name was not understood");
    const names = await loadSourceNames(await temporaryFolder(sources.python));
    const parametersOf = (of: typeof evidence): readonly string[] =>
      Object.keys(JSON.parse(draftWire(of, names).text).operations.list_books.parameters);
    expect(parametersOf(await shelfEvidence("python"))).toContain("page_size");
    expect(parametersOf(evidence)).not.toContain("page_size");
  });
});

describe("a source that has two names for one", () => {
  it("leaves it open", async () => {
    const twice =
      'class Book(BaseModel):\n    title: str = Field(alias="Title")\nclass Book(BaseModel):\n    title: str = Field(alias="name")\n';
    const names = await loadSourceNames(await temporaryFolder({ "a.py": twice }));
    const wire = JSON.parse(draftWire(await shelfEvidence("python"), names).text);
    expect(wire.models.Book.properties.title).toBeNull();
  });
});
