import type { FactValue } from "../../facts/fact.js";
import { child } from "../../spec/json.js";
import { propertyPlaces, requiredPlace, typesOf, viewSchema } from "../../spec/schema-view.js";
import { type Answer, confirmed, contradicted, every, missing, spelledAlike } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { matchType } from "../match-type.js";
import {
  isDescribed,
  matchDefault,
  matchDefaultName,
  matchDescribed,
  matchEnum,
  matchSample,
} from "../match-values.js";
import { deprecatedAt, onModel, readOnlyAt } from "./on-model.js";

/** A property of a model. */
interface LocatedProperty {
  readonly name: string;
  /** The schema that has it. */
  readonly schema: string;
  readonly pointer: string;
}

function onProperty(
  check: (compared: Compared, property: LocatedProperty, documented: string, value: FactValue) => Answer,
): Check {
  return onModel((compared, schema, [model = "", documented = ""], value) => {
    const { pointer } = viewSchema(compared.json, schema);
    const places = propertyPlaces(compared.json, pointer);
    const wire = compared.fact("wire", "model", model, "property", documented, "name");
    const name = compared.pick([...places.keys()], documented, wire, compared.family.spell.property);
    const place = name === undefined ? undefined : places.get(name);
    if (name === undefined || place === undefined)
      return missing(pointer, `gives the schema no property ${String(wire ?? documented)}`);
    return check(compared, { name, schema: pointer, pointer: place }, documented, value);
  });
}

function onPropertySchema(check: (compared: Compared, value: FactValue, pointer: string) => Answer): Check {
  return onProperty((compared, { pointer }, _, value) =>
    every(pointer, [confirmed(pointer), check(compared, value, pointer)]),
  );
}

const checkRequired = onProperty((compared, { name, schema, pointer }, _, value) => {
  const claim = requiredPlace(compared.json, schema, name);
  if ((claim !== undefined) !== value)
    return contradicted(claim ?? pointer, claim === undefined ? "does not require it" : "requires it");
  return confirmed(pointer, ...(claim === undefined ? [] : [claim]));
});

const checkReadOnly = onProperty((compared, { pointer }) => readOnlyAt(compared, pointer));

const checkNullable = onProperty((compared, { pointer }) => {
  const { nullable } = viewSchema(compared.json, pointer);
  return nullable.length > 0 ? confirmed(pointer, ...nullable) : missing(pointer, "does not allow null");
});

/** The wire name has to be the spec's, and the SDK has to spell it as the documentation does. */
const checkName = onProperty((compared, { name, pointer }, documented, value) => {
  if (name !== value) return contradicted(pointer, `calls it ${name}`);
  const spell = compared.family.spell.property;
  return compared.isSpelled(name, documented, spell)
    ? confirmed(pointer)
    : contradicted(pointer, `calls it ${name}, which the SDK would spell ${spell(name)}`);
});

/** No page shows the name on the wire: the SDK's spelling of it fits, and so it would for other names. */
const checkSpelling = onProperty((_, { name, pointer }, documented) => {
  return spelledAlike(
    pointer,
    name === documented ? "calls it so too, and no page shows it" : `calls it ${name}, which no page shows`,
  );
});

/** A code sample names a property of a model, and gives it a value, or an item of its list. */
function checkExample(inList: boolean): Check {
  return (compared, [, model = "", documented = ""], value) => {
    const isFurther = !compared.namesBelow("model", model, "property").includes(documented);
    const schema = compared.model(model);
    if (isFurther && schema !== undefined && compared.fact("model", model, "additional") !== undefined)
      return confirmed(schema);
    return onProperty((_, { pointer }) => {
      const view = viewSchema(compared.json, pointer);
      if (inList && !typesOf(view.node).includes("array")) return contradicted(view.pointer, "has no array there");
      return matchSample(compared, value, inList ? child(view.pointer, "items") : pointer);
    })(compared, [model, documented], value);
  };
}

export const propertyChecks: Checks = {
  "model/*/property/*/type": onPropertySchema(matchType),
  "model/*/property/*/required": checkRequired,
  "model/*/property/*/read-only": checkReadOnly,
  "model/*/property/*/nullable": checkNullable,
  "model/*/property/*/default": onPropertySchema(matchDefault),
  "model/*/property/*/default-name": onPropertySchema(matchDefaultName),
  "model/*/property/*/enum": onPropertySchema(matchEnum),
  "model/*/property/*/spelling": checkSpelling,
  "model/*/property/*/deprecated": onProperty((compared, { pointer }) => deprecatedAt(compared, pointer)),
  "model/*/property/*/described/required": checkRequired,
  "model/*/property/*/described/default": onPropertySchema(matchDescribed("default", matchDefault)),
  "model/*/property/*/described/enum": onPropertySchema(matchDescribed("enum", matchEnum)),
  "model/*/property/*/description": onProperty((compared, { pointer }) => {
    return isDescribed(compared, [pointer])
      ? confirmed(pointer)
      : missing(pointer, "gives the property no description");
  }),
  "operation/*/example/model/*/*": checkExample(false),
  "operation/*/example/model/*/*/item": checkExample(true),
  "wire/model/*/property/*/name": checkName,
  "wire/model/*/property/*/enum": onPropertySchema(matchEnum),
};
