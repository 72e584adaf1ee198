import { STUDIES } from "../functions/studies.js";
import { answersFrom } from "./answerCell.js";

/** What the formulas of works of reference, audits and plans load on top, when one of them is called. */
export const call = answersFrom(STUDIES);
