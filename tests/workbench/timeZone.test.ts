import { describe, expect, it } from "vitest";
import { TimeZone } from "../../workbench/engine/timeZone.js";

const iso = (zone: TimeZone, serial: number) => new Date(zone.instantOf(serial)).toISOString();

describe("time zones", () => {
  it("takes serial day 25569 as 1970 in UTC", () => {
    expect(new TimeZone("UTC").instantOf(25569)).toBe(0);
  });

  it("knows daylight saving time and half hours", () => {
    expect(iso(new TimeZone("Europe/Berlin"), 45292)).toBe("2023-12-31T23:00:00.000Z");
    expect(iso(new TimeZone("Europe/Berlin"), 45474)).toBe("2024-06-30T22:00:00.000Z");
    expect(iso(new TimeZone("Asia/Kolkata"), 45292)).toBe("2023-12-31T18:30:00.000Z");
  });

  it("moves a time that the clocks skip forward", () => {
    // 10 March 2024, 02:30 in New York does not exist.
    expect(iso(new TimeZone("America/New_York"), 45361 + 2.5 / 24)).toBe("2024-03-10T07:30:00.000Z");
  });

  it("takes a time that the clocks show twice as the first", () => {
    expect(iso(new TimeZone("America/New_York"), 45599 + 1.5 / 24)).toBe("2024-11-03T05:30:00.000Z");
  });

  it.each(["UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"])(
    "finds its way back in %s",
    (name) => {
      const zone = new TimeZone(name);
      for (let serial = 45000; serial < 45800; serial += 7.125)
        expect(zone.serialOf(zone.instantOf(serial))).toBeCloseTo(serial, 6);
    },
  );
});
