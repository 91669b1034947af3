import type { Mark, ReceivedOperation } from "@facsimile/document";
import { code, literal, printFragment, propertyName } from "../../print/index.js";
import { codeSpan, fence } from "../markdown.js";
import type { SourceFile } from "../source-file.js";
import { answerParts, requestParts } from "./message-parts.js";
import { heading, page, pageLink, siteName, sitePage } from "./page.js";
import type { PageScope, ReferenceScope } from "./reference-scope.js";

/** The page of something that the API sends: a webhook or a callback. */
export function receivedPage(reference: ReferenceScope, received: ReceivedOperation): SourceFile {
  const path = reference.paths.received.get(received) ?? "";
  const scope = { ...reference, path };
  const { operation, name } = received;
  const { summary = "", description } = operation;
  return page(path, siteName(name), [
    operation.deprecated ? "**Deprecated.**" : undefined,
    siteName(summary),
    originText(scope, received),
    description === summary ? undefined : sitePage(scope, description),
    marksText(received),
    heading(2, "Receive it"),
    receiveFence(scope, received),
    ...requestParts(scope, operation),
    ...answerParts(scope, operation.responses),
  ]);
}

function originText(scope: PageScope, { sender, expression, key, operation }: ReceivedOperation): string {
  const method = codeSpan(operation.method.toUpperCase());
  if (sender === undefined) return `The API sends ${method} for the webhook ${codeSpan(key)}.`;
  const link = pageLink(scope, sender.name, scope.paths.operations.get(sender));
  return `The API sends ${method} to ${codeSpan(expression ?? "")} because of ${link}.`;
}

function marksText({ marks }: ReceivedOperation): string | undefined {
  return marks.length === 0 ? undefined : `It is known by ${marks.map(markWords).join(" and ")}.`;
}

function markWords({ in: place, path, values }: Mark): string {
  const name = codeSpan(path.join("."));
  const given = values.map((value) => codeSpan(JSON.stringify(value))).join(" or ");
  return `${place === "header" ? "the header " : ""}${name}, which is ${given}`;
}

function receiveFence({ packageName }: PageScope, { name }: ReceivedOperation): string {
  const source = code`
    import { receiveWebhook } from ${literal(`${packageName}/webhooks`)};

    const answer = await receiveWebhook(request, {
      secret,
      handlers: {
        ${propertyName(name)}: (event) => console.log(event),
      },
    });
  `;
  return fence("ts", printFragment(source));
}
