import type ts from "typescript";
import { readExports } from "../names/exports.js";
import { splitPath } from "../program/sides.js";
import type { TypeProgram } from "../program/type-program.js";
import { type Shape, shapeOf } from "./pair.js";

/** What can be asked of the types of a program. */
export class Types {
  readonly checker: ts.TypeChecker;
  readonly ts: TypeProgram["ts"];
  readonly #program: ts.Program;
  readonly #ids = new Map<ts.Type, number>();
  /** What the editions call what they hand out. */
  readonly #exported: ReadonlyMap<ts.Symbol, string>;

  constructor(editions: TypeProgram) {
    this.ts = editions.ts;
    this.checker = editions.checker;
    this.#program = editions.program;
    const exports = [editions.new, editions.old].flatMap((edition) => readExports(editions, edition));
    this.#exported = new Map(exports.map(({ symbol, name }) => [symbol, name]));
  }

  /** A number for a type, the same each time. */
  idOf(type: ts.Type): number {
    const known = this.#ids.get(type);
    if (known !== undefined) return known;
    this.#ids.set(type, this.#ids.size);
    return this.#ids.size - 1;
  }

  /** The types of which a value has one. */
  membersOf({ type, withoutUndefined }: Shape): readonly ts.Type[] {
    const members = type.isUnion() ? type.types : [type];
    return withoutUndefined ? members.filter(({ flags }) => !(flags & this.ts.TypeFlags.Undefined)) : members;
  }

  fits(source: ts.Type, target: ts.Type): boolean {
    return this.checker.isTypeAssignableTo(source, target);
  }

  has(type: ts.Type, flags: ts.TypeFlags): boolean {
    return (type.flags & flags) !== 0;
  }

  isAny(type: ts.Type): boolean {
    return this.has(type, this.ts.TypeFlags.Any);
  }

  /** Whether a type has properties of its own to look at. `string & {}` has none. */
  isObject(type: ts.Type): boolean {
    if (type.isIntersection()) return type.types.every((part) => this.isObject(part));
    return this.has(type, this.ts.TypeFlags.Object);
  }

  /**
   * What users call a type: an interface, a class or an alias without type arguments that the package hands out. What it does not, such as most of
   * the runtime's, has no name for them: they get to it through something else.
   */
  nameOf(type: ts.Type): string | undefined {
    const symbol = this.#namedSymbol(type);
    return symbol && this.#exported.get(symbol);
  }

  /** The name by which a type is declared, whether it is handed out or not. */
  declaredNameOf(type: ts.Type): string | undefined {
    return this.#namedSymbol(type)?.name;
  }

  #namedSymbol(type: ts.Type): ts.Symbol | undefined {
    const { aliasSymbol, aliasTypeArguments, symbol } = type;
    if (aliasSymbol !== undefined) return aliasTypeArguments === undefined ? this.#own(aliasSymbol) : undefined;
    const isGeneric = this.isReference(type) && this.checker.getTypeArguments(type).length > 0;
    return symbol === undefined || isGeneric || !type.isClassOrInterface() ? undefined : this.#own(symbol);
  }

  /** Types that belong to one operation are not named for users, who get to them through the operation; nor is the runtime's for one that takes nothing. */
  #own(symbol: ts.Symbol): ts.Symbol | undefined {
    const file = symbol.declarations?.[0]?.getSourceFile();
    if (symbol.name === "NoInput") return undefined;
    if (file === undefined || this.#program.isSourceFileDefaultLibrary(file)) return undefined;
    const path = splitPath(file.fileName)?.path ?? "";
    return /\/generated\/(?:operations\/|headers\.)/.test(path) ? undefined : symbol;
  }

  isLibraryType({ symbol }: ts.Type): boolean {
    const file = symbol?.declarations?.[0]?.getSourceFile();
    return file !== undefined && this.#program.isSourceFileDefaultLibrary(file);
  }

  isReference(type: ts.Type): type is ts.TypeReference {
    if (!this.has(type, this.ts.TypeFlags.Object)) return false;
    // Its flags say that it is an object, and those of an object that it is a reference.
    return ((type as ts.ObjectType).objectFlags & this.ts.ObjectFlags.Reference) !== 0;
  }

  /** A property's type, as it is written where that can be seen: the names of aliases are lost otherwise. */
  propertyShape(owner: ts.Type, property: ts.Symbol): Shape {
    const written = this.#written(owner, property);
    if (written !== undefined) return shapeOf(this.checker.getTypeFromTypeNode(written));
    return { type: this.checker.getTypeOfSymbol(property), withoutUndefined: this.isOptional(property) };
  }

  #written(owner: ts.Type, { declarations }: ts.Symbol): ts.TypeNode | undefined {
    const [only, ...more] = declarations ?? [];
    if (only === undefined || more.length > 0 || !this.ts.isPropertySignature(only)) return undefined;
    const isOwn = owner.symbol?.declarations?.includes(only.parent) ?? false;
    return isOwn && !this.#isInGeneric(only.parent) ? only.type : undefined;
  }

  #isInGeneric(node: ts.Node): boolean {
    for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
      if (this.ts.isFunctionLike(at) || this.ts.isMappedTypeNode(at)) return true;
      if ((this.ts.isInterfaceDeclaration(at) || this.ts.isTypeAliasDeclaration(at)) && at.typeParameters) return true;
    }
    return false;
  }

  /** Those that users see. */
  propertiesOf(type: ts.Type): ReadonlyMap<string, ts.Symbol> {
    const properties = this.checker.getPropertiesOfType(type).filter((property) => !this.#isPrivate(property));
    return new Map(properties.map((property) => [property.name, property]));
  }

  #isPrivate({ escapedName, valueDeclaration, flags }: ts.Symbol): boolean {
    // The compiler's names for what has a symbol or a private name as its name.
    if (/^__[@#]/.test(String(escapedName)) || (flags & this.ts.SymbolFlags.Prototype) !== 0) return true;
    if (valueDeclaration === undefined) return false;
    const hidden = this.ts.ModifierFlags.Private | this.ts.ModifierFlags.Protected;
    return (this.ts.getCombinedModifierFlags(valueDeclaration) & hidden) !== 0;
  }

  isOptional({ flags }: ts.Symbol): boolean {
    return (flags & this.ts.SymbolFlags.Optional) !== 0;
  }

  /** Whether an object requires a property that another one has not, or does not require. */
  asksMore(old: ts.Type, next: ts.Type): boolean {
    const before = this.propertiesOf(old);
    return [...this.propertiesOf(next)].some(([name, property]) => {
      const known = before.get(name);
      return !this.isOptional(property) && (known === undefined || this.isOptional(known));
    });
  }

  isArray(type: ts.Type): boolean {
    return this.checker.isArrayType(type) || this.checker.isTupleType(type);
  }

  /** What kind of object a type is: two of different kinds have nothing in common. */
  formOf(type: ts.Type): string {
    if (this.isArray(type)) return "array";
    if (this.isLibraryType(type)) return type.symbol.name;
    return type.getCallSignatures().length > 0 ? "function" : "object";
  }

  /** What a generic type is made with: of `Promise<User>`, `User`. */
  argumentsOf(type: ts.Type): readonly ts.Type[] {
    return this.isReference(type) ? this.checker.getTypeArguments(type) : [];
  }

  isReadonlyArray(type: ts.Type): boolean {
    return this.isArray(type) && type.getProperty("push") === undefined;
  }

  isText(type: ts.Type): boolean {
    return this.has(type, this.ts.TypeFlags.String);
  }

  /** Whether a property can only be absent: `query?: never`. */
  isNothing(shape: Shape): boolean {
    const { Never, Undefined } = this.ts.TypeFlags;
    return this.membersOf(shape).every((type) => this.has(type, Never | Undefined));
  }

  parameterShape(parameter: ts.Symbol): Shape {
    const type = this.checker.getTypeOfSymbol(parameter);
    return { type, withoutUndefined: !this.isRequiredParameter(parameter) };
  }

  isRequiredParameter({ valueDeclaration: at }: ts.Symbol): boolean {
    if (at === undefined || !this.ts.isParameter(at)) return true;
    return at.questionToken === undefined && at.initializer === undefined && at.dotDotDotToken === undefined;
  }

  isRest({ valueDeclaration: at }: ts.Symbol): boolean {
    return at !== undefined && this.ts.isParameter(at) && at.dotDotDotToken !== undefined;
  }

  /** Whether a parameter is the client that functions take first: only its name is in its type. */
  isClientHandle(parameter: ts.Symbol): boolean {
    const { symbol } = this.checker.getTypeOfSymbol(parameter);
    return parameter.name === "client" && symbol?.name === "Client";
  }

  isType({ flags }: ts.Symbol): boolean {
    return (flags & this.ts.SymbolFlags.Type) !== 0 && (flags & this.ts.SymbolFlags.Value) === 0;
  }

  isValue({ flags }: ts.Symbol): boolean {
    return (flags & this.ts.SymbolFlags.Value) !== 0;
  }

  /** Whether a type depends on type parameters that nobody has given yet. */
  isOpen(type: ts.Type): boolean {
    return this.has(type, this.ts.TypeFlags.Instantiable);
  }

  /** Whether two open types are written alike: nothing more is known of them. Type parameters are what is given for them, whatever they are called. */
  isAlike(old: ts.Type, next: ts.Type): boolean {
    const areParameters = [old, next].every((type) => this.has(type, this.ts.TypeFlags.TypeParameter));
    return areParameters || this.checker.typeToString(old) === this.checker.typeToString(next);
  }

  /** The parts of an intersection that has more than properties; undefined for any other type. */
  partsOf(type: ts.Type): readonly ts.Type[] | undefined {
    if (!type.isIntersection()) return undefined;
    return type.types.some((part) => this.formOf(part) !== "object") ? type.types : undefined;
  }

  /** The names of the interfaces that one extends, at any depth. */
  baseNamesOf(type: ts.Type): readonly string[] {
    if (!type.isClassOrInterface()) return [];
    return this.checker.getBaseTypes(type).flatMap((base) => {
      const name = this.nameOf(base);
      return name === undefined ? [] : [name, ...this.baseNamesOf(base)];
    });
  }

  /** The name of the interface that declares a property, where it has one for users. */
  ownerOf({ declarations }: ts.Symbol): string | undefined {
    const owner = declarations?.[0]?.parent;
    if (owner === undefined || !this.ts.isInterfaceDeclaration(owner) || owner.typeParameters !== undefined)
      return undefined;
    const symbol = this.checker.getSymbolAtLocation(owner.name);
    const own = symbol && this.#own(symbol);
    return own && this.#exported.get(own);
  }

  /** The properties that a value may be given with: without those that can only be absent. */
  givenPropertiesOf(type: ts.Type): ReadonlyMap<string, ts.Symbol> {
    const isTaken = (property: ts.Symbol): boolean =>
      !this.isOptional(property) || !this.isNothing(this.propertyShape(type, property));
    return new Map([...this.propertiesOf(type)].filter(([, property]) => isTaken(property)));
  }
}
