import { EVERYDAY } from "../functions/everyday.js";
import { answersFrom } from "./answerCell.js";

/** What every formula loads: the everyday functions and their maths, and nothing of menus, templates or imports. */
export const call = answersFrom(EVERYDAY);
