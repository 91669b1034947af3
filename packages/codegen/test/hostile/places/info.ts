import type { Asked, Fields } from "./asked.js";

export function info(at: Asked): Fields {
  const { text } = at;
  return {
    title: text("title", "Kitchen"),
    version: text("version", "1.0.0"),
    description: text("description", "What there is in a kitchen."),
    termsOfService: text("terms of service", "https://kitchen.example/terms"),
    contact: {
      name: text("contact name", "Ann"),
      url: text("contact URL", "https://kitchen.example"),
      email: text("contact e-mail", "ann@kitchen.example"),
    },
    license: {
      name: text("licence name", "MIT"),
      ...(at.newer
        ? { identifier: text("licence identifier", "MIT") }
        : { url: text("licence URL", "https://mit.example") }),
    },
    ...(at.newer && { summary: text("summary", "A kitchen.") }),
  };
}
