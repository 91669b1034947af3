/** The operations of made-up pages: five of each kind of thing, as most APIs have them. */
import { back, head, words } from "./evidence-page-parts.js";

interface Kind {
  readonly method: string;
  /** Whether the path ends in the id of one thing. */
  readonly one: boolean;
  readonly body: boolean;
  /** What comes back, of the model. */
  readonly returns: (model: string) => string;
  readonly status: string;
}

const link = (model: string): string => `[**${model}**](${model}.md)`;

const kinds: Readonly<Record<string, Kind>> = {
  list: {
    method: "GET",
    one: false,
    body: false,
    returns: (model) => `[**List[${model}]**](${model}.md)`,
    status: "200",
  },
  create: { method: "POST", one: false, body: true, returns: link, status: "201" },
  get: { method: "GET", one: true, body: false, returns: link, status: "200" },
  replace: { method: "PUT", one: true, body: true, returns: link, status: "200" },
  remove: { method: "DELETE", one: true, body: false, returns: () => "void (empty response body)", status: "204" },
};

const verbs = Object.keys(kinds);

/** The names of the operations of one page: `list_things_3_0`, `create_things_3_0`, … */
export function operationNames(page: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    return `${verbs[index % verbs.length]}_things_${page}_${Math.floor(index / verbs.length)}`;
  });
}

/** The row of an operation in the list of its page. */
export function operationRow(page: number, name: string): string {
  const { method, one } = kindOf(name);
  const path = `/${name.slice(name.indexOf("_") + 1)}${one ? "/{thing_id}" : ""}`;
  return `[**${name}**](Part${page}Api.md#${name}) | **${method}** ${path} | Do ${name}\n`;
}

/** The section of an operation. */
export function operationSection(name: string, model: string): string {
  const kind = kindOf(name);
  return `# **${name}**
> ${kind.returns(model).replace(/^\[\*\*|\*\*\].*$|^void.*$/g, "")} ${name}(${argumentsOf(kind)})

Do ${name}

${words}

### Example

* Api Key Authentication (key):

\`\`\`python
# ${words}
\`\`\`

### Parameters

${head}${rowsOf(kind, model)}
### Return type

${kind.returns(model)}

### Authorization

[key](../README.md#key)

### HTTP request headers

 - **Content-Type**: ${kind.body ? "application/json" : "Not defined"}
 - **Accept**: application/json

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**${kind.status}** | ${words} |  -  |
**400** | ${words} |  * X-Error - ${words} <br>  |
**500** | ${words} |  * X-Error - ${words} <br>  |

${back}
`;
}

function argumentsOf({ one, body }: Kind): string {
  return [...(one ? ["thing_id"] : []), ...(body ? ["body"] : []), ...(!one && !body ? ["limit", "sort_by"] : [])]
    .map((name) => (name === "limit" || name === "sort_by" ? `${name}=${name}` : name))
    .join(", ");
}

function rowsOf({ one, body }: Kind, model: string): string {
  const id = ` **thing_id** | **str**| ${words} |\n`;
  const thing = ` **body** | ${link(model)}| ${words} |\n`;
  const page = ` **limit** | **int**| ${words} | [optional] [default to 100]\n **sort_by** | **str**| ${words} | [optional]\n`;
  return `${one ? id : ""}${body ? thing : ""}${!one && !body ? page : ""}`;
}

function kindOf(name: string): Kind {
  const kind = kinds[name.slice(0, name.indexOf("_"))];
  if (kind === undefined) throw new Error(`there is no kind of operation for ${name}`);
  return kind;
}
