import { describe, expect, it, vi } from "vitest";
import { refreshing } from "../testing/token-endpoint.js";
import { type OAuth2Options, oauth2 } from "./index.js";

describe("options", () => {
  it.each([
    ["http://api.example.com/token", "must be https"],
    ["http://localhost.example.com/token", "must be https"],
    ["http://127.0.0.1.example.com/token", "must be https"],
    ["ftp://localhost/token", "must be https"],
    ["/token", "not an absolute URL"],
    ["https://user:pass@api.example.com/token", "no user info"],
    ["https://api.example.com/token#x", "no fragment"],
  ])("refuse %s", (tokenUrl, message) => {
    expect(() => oauth2({ ...refreshing, tokenUrl })).toThrow(message);
  });

  it.each([
    "https://api.example.com/token",
    "http://localhost:1/token",
    "http://127.0.0.1/token",
    "http://[::1]/token",
  ])("take %s", (tokenUrl) => {
    expect(() => oauth2({ ...refreshing, tokenUrl })).not.toThrow();
  });

  it("refuse no grant and two grants", () => {
    const tokenUrl = "https://api.example.com/token";
    for (const grants of [{}, { refreshToken: "a", clientCredentials: true }]) {
      expect(() => oauth2({ tokenUrl, clientId: "c", ...grants } as OAuth2Options)).toThrow("exactly one");
    }
  });

  it("are read where URL has no canParse, as in React Native", () => {
    vi.stubGlobal("URL", Object.assign(class extends URL {}, { canParse: undefined }));
    try {
      expect(() => oauth2({ ...refreshing, tokenUrl: "https://api.example.com/token" })).not.toThrow();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
