import { CATALOGUE } from "../../src/functions/catalogue.js";
import { FAMILIES } from "../../src/functions/definition.js";
import { ASKED_FOR, NEEDS } from "../../src/functions/needs.js";
import { pageOf } from "./functionPage.js";

export const FUNCTION_PAGES = CATALOGUE.map(pageOf);

/** The families in the reference's order, each with what it answers. */
export const FAMILY_QUESTIONS = FAMILIES.map((family) => ({ family, question: NEEDS[family].question }));

export const FAMILY_WORDS = Object.fromEntries(FAMILIES.map((family) => [family, NEEDS[family].words]));

export const ASKED = ASKED_FOR;
