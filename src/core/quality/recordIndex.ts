import { CandidateIndex } from "./candidates.js";
import { QuickLook } from "./quickLook.js";
import { type PreparedRecord, prepareRecord, type RecordFields } from "./record.js";

/** Records made ready to be searched: done once, however often they are searched. */
export class RecordIndex {
  readonly records: readonly PreparedRecord[];
  readonly candidates: CandidateIndex;
  readonly quickLook: QuickLook;

  constructor(fields: readonly RecordFields[]) {
    this.records = fields.map(prepareRecord);
    this.candidates = new CandidateIndex(this.records);
    this.quickLook = new QuickLook(this.records);
  }

  static of(records: readonly RecordFields[] | RecordIndex): RecordIndex {
    return records instanceof RecordIndex ? records : new RecordIndex(records);
  }
}
