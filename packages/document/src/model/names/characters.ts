// ECMA-262, 12.7, without what nobody sees.
const letters = /[\p{ID_Continue}$]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;

// Letters of Unicode 16 and later: compilers and browsers of today do not take all of them, and platforms differ in whether they are letters.
const recent = /\u0897|[\u1acf-\u1aeb]|[\u088f\u0c5c\u0cdc\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\ua7f1]/u;

/** Beyond the first plane only the ideographs that Unicode 10 knows. */
const supplementary = /[\u{20000}-\u{2ebe0}]/u;

/** Whether a name may hold a character. */
export function isNamePart(character: string): boolean {
  if (character.length > 1) return supplementary.test(character) && letters.test(character);
  return letters.test(character) && !invisible.test(character) && !recent.test(character);
}

/** Whether a name may begin with a character. */
export function isNameStart(character: string): boolean {
  return /[\p{ID_Start}$_]/u.test(character) && isNamePart(character);
}

/** Whether a text is a name as it is: ECMA-262's IdentifierName, which may be a reserved word. */
export function isName(text: string): boolean {
  const [first, ...rest] = text;
  return first !== undefined && isNameStart(first) && rest.every(isNamePart);
}
