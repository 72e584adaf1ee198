import { callFunction } from "../../../src/functions/call.js";
import { CATALOGUE } from "../../../src/functions/catalogue.js";
import { zoneOf } from "../../../src/functions/zone.js";
import type { DataRecord, DataTab, DataValue } from "../../../src/workbook/columns.js";
import { sampleStory } from "../../../src/workbook/sample/story.js";

/** The sample's tabs as the custom functions meet them in the sheet. */

const zone = zoneOf("UTC");

export type Answered = (string | number | boolean | Date)[][];

export function told(asOf: number) {
  const { rows, settings } = sampleStory({ asOf });
  const of = (tab: DataTab): readonly DataRecord[] => rows.get(tab) ?? [];
  const cell = (tab: DataTab, key: string, value: DataValue | undefined) => {
    const kind = tab.columns.find((column) => column.key === key)?.kind;
    if (value === null || value === undefined) return "";
    return typeof value === "number" && (kind === "date" || kind === "moment") ? zone.dateOf(value) : value;
  };
  return {
    rows,
    settings,
    of,
    column: (tab: DataTab, key: string) => of(tab).map((record) => [cell(tab, key, record[key])]),
    headings: (tab: DataTab) => [tab.columns.map(({ heading }) => heading)],
    table: (tab: DataTab, records = of(tab)) =>
      records.map((record) => tab.columns.map(({ key }) => cell(tab, key, record[key]))),
    day: (serial: number) => zone.dateOf(serial),
    call: (name: string, ...args: unknown[]): unknown => {
      const definition = CATALOGUE.find((one) => one.name === name);
      if (!definition) throw new Error(`There is no ${name}.`);
      return callFunction(definition, args, zone);
    },
  };
}

export type Told = ReturnType<typeof told>;

/** The values of a column that are filled. */
export const filled = (records: readonly DataRecord[], key: string): DataValue[] =>
  records.flatMap((record) => record[key] ?? []);
