import type { AlternativeSorter, SecurityAlternative, SecurityRequirement } from "../security.js";

/** Puts alternatives for which something is given first, then those that are the caller's own to meet, and at last the one that needs nothing. */
export const preferGiven: AlternativeSorter = (security, credentials) => {
  const isGiven = ({ scheme }: SecurityRequirement) => credentials[scheme.name] != null;
  const rank = (all: SecurityAlternative) => Number(!all[0]) - Number(all.some(isGiven));
  return [...security].sort((one, other) => rank(one) - rank(other));
};
