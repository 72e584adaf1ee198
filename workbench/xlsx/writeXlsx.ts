/**
 * A workbook of the engine as an .xlsx file. The parts are written here, from the engine's data and its computed
 * cells; the engine's own export loses spilled values and named ranges, turns every formula into an array formula
 * and needs a DOM.
 */
import { cellLinkTarget, isCellLink, sheetNumber } from "../engine/cellLinks.js";
import { areaName, cellName, LAST_ROW, openRangeEnd, quoteSheet } from "./address.js";
import { LONGEST_TEXT, SharedStrings } from "./cellValues.js";
import { checksumOf } from "./checksum.js";
import { sortedNotes, writeCommentDrawing, writeComments } from "./comments.js";
import { writeConditionalFormats } from "./conditionalFormats.js";
import { writeDataValidations } from "./dataValidations.js";
import { figuresOf, writeDrawing } from "./drawing.js";
import type { Companion, Engine, Model, SheetData } from "./engine.js";
import { type OnLoss, onceEach } from "./losses.js";
import { type DefinedName, definedNamesOf, isExcelName, writeDefinedNames } from "./namedRanges.js";
import { PackageParts } from "./packageParts.js";
import { fitsToPage, type PrintSetup, printNames, writePageSetup } from "./printing.js";
import { type Properties, writeAppProperties, writeCoreProperties } from "./properties.js";
import { columnElements, type KeptFormula, type SheetCells, toFileWidth, writeCells } from "./sheetCells.js";
import { StyleSheet, toArgb } from "./styles.js";
import { type KeptSheet, WAY_BACK_PART, wayBackParts } from "./wayBack.js";
import { fileSheetNames, foreignFormulas, formulaNames, type Writing } from "./writing.js";
import { element, XML_HEAD } from "./xml.js";

export interface WriteOptions {
  /** Functions that no other application has; a formula that uses one is written as its value. */
  readonly isCustomFunction?: (name: string) => boolean;
  /**
   * Keeps formulas with functions of Excel 2021 and later (FILTER, XLOOKUP). By default they too are written as
   * values, because LibreOffice shows #NAME? for them.
   */
  readonly forExcelOnly?: boolean;
  /** The row at which open ranges such as A2:A end in the file; by default well below the data. */
  readonly openRangeEnd?: number;
  /** Writes values only: no formula, and nothing that could bring one back. */
  readonly valuesOnly?: boolean;
  readonly companion?: Companion;
  readonly title?: string;
  readonly creator?: string;
  /** Stands in the file as its date; the bytes depend on nothing else but the workbook. */
  readonly savedAt?: Date;
  /** How sheets print, by sheet name; "*" is for those not named. */
  readonly print?: Readonly<Record<string, PrintSetup>>;
  /** Told, one sentence each, what the file could not carry. */
  readonly onLoss?: OnLoss;
}

const PRODUCT = "RevOps Engine";
const FIXED_TIME = new Date(Date.UTC(2020, 0, 1));

/** Names of our own functions, whatever catalogue the bundle brings. */
function isOurFunction(name: string): boolean {
  return /^(?:REVOPS|LEAD)_/i.test(name);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKBOOK = "xl/workbook.xml";

export function writeXlsx(model: Model, engine: Engine, options: WriteOptions = {}): Uint8Array {
  const writing = startWriting(model, engine, options);
  const { data, names } = writing;
  const properties: Properties = {
    title: options.title ?? PRODUCT,
    creator: options.creator ?? PRODUCT,
    savedAt: options.savedAt ?? FIXED_TIME,
  };
  const parts = new PackageParts();
  const definedNames: DefinedName[] = definedNamesOf(data.namedRanges, names);
  const sheetElements: string[] = [];
  const keptSheets: KeptSheet[] = [];
  const keptFormulas: KeptFormula[] = [];
  let hasArrays = false;
  const counts = { figures: 0 };
  const active = Math.max(
    0,
    data.sheets.findIndex((sheet) => sheet.id === model.getters.getActiveSheetId()),
  );

  data.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const name = names.sheetName(sheet.name);
    if (name !== sheet.name)
      writing.onLoss(`${sheet.name} is called ${name} in the file: Excel takes 31 characters.`);
    const print = options.print?.[sheet.name] ?? options.print?.["*"];
    const notes = options.companion?.notes?.[sheet.id] ?? {};
    const cells = writeCells(writing, sheet);
    const figures = addFigures(writing, parts, sheet, index, path, counts);
    const rules = writeConditionalFormats(writing, sheet);
    const inputs = writeDataValidations(writing, sheet);
    const filter = sheet.tables.find((table) => table.config?.hasFilters)?.range;
    const body =
      sheetHead(writing, sheet, cells, print, index === active) +
      element("sheetData", {}, cells.rows) +
      (sheet.isLocked ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "") +
      (filter ? element("autoFilter", { ref: filter }) : "") +
      mergeElements(sheet) +
      rules +
      inputs +
      linkElements(parts, path, cells, data.sheets, names.sheetName) +
      (print
        ? writePageSetup(print)
        : '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>') +
      figures.element +
      addNotes(parts, notes, index, path, properties.creator);
    const id = parts.add(
      "sheet",
      path,
      `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${body}</worksheet>`,
      WORKBOOK,
    );
    sheetElements.push(
      element("sheet", {
        name,
        sheetId: index + 1,
        state: sheet.isVisible ? undefined : "hidden",
        "r:id": id,
      }),
    );
    if (print) definedNames.push(...printNames(print, name, index));
    if (filter) {
      const range = `${quoteSheet(name)}!${filter.replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
      definedNames.push({ name: "_xlnm._FilterDatabase", sheetIndex: index, range });
    }
    hasArrays ||= cells.hasArrays;
    keptFormulas.push(...cells.kept);
    keptSheets.push(keepSheet(sheet, name, figures.check, checksumOf(rules), checksumOf(inputs)));
  });

  tellChangedTexts(writing);
  parts.add("styles", "xl/styles.xml", writing.styles.write(), WORKBOOK);
  parts.add("strings", "xl/sharedStrings.xml", writing.strings.write(XML_HEAD), WORKBOOK);
  if (hasArrays) parts.add("metadata", "xl/metadata.xml", ARRAY_METADATA, WORKBOOK);
  if (!writing.valuesOnly) {
    const kept = wayBackParts({
      version: 1,
      companion: options.companion ?? {},
      sheets: keptSheets,
      formulas: keptFormulas,
      openRangeEnd: names.lastRow,
      namedRanges: Object.fromEntries(
        Object.entries(data.namedRanges).filter(([name]) => !isExcelName(name)),
      ),
      settings: data.settings,
    });
    for (const [path, content] of Object.entries(kept)) {
      parts.add(path.includes("itemProps") ? "customProperties" : "custom", path, content);
    }
    parts.relate("custom", WORKBOOK, `../${WAY_BACK_PART}`);
  }
  parts.add(
    "workbook",
    WORKBOOK,
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${active}"/></bookViews>` +
      element("sheets", {}, sheetElements.join("")) +
      writeDefinedNames(definedNames) +
      '<calcPr calcId="191029"/></workbook>',
    "",
  );
  parts.add("core", "docProps/core.xml", writeCoreProperties(properties), "");
  parts.add("app", "docProps/app.xml", writeAppProperties(), "");
  return parts.zip(properties.savedAt);
}

function tellChangedTexts({ changedTexts: { cut, mended }, onLoss }: Writing): void {
  if (cut.length > 0) {
    const most = LONGEST_TEXT.toLocaleString("en-US");
    onLoss(
      `${firstOf(cut)}: a cell of Excel takes ${most} characters, and what is beyond them is not in the file.`,
    );
  }
  if (mended.length > 0) {
    onLoss(`${firstOf(mended)}: half a letter, which no file can hold, is shown as \uFFFD in the file.`);
  }
}

const NAMED_CELLS = 5;

/** "Deals!B5, Deals!B7", and how many there are beyond the first few. */
function firstOf(cells: readonly string[]): string {
  const more = cells.length - NAMED_CELLS;
  const named = cells.slice(0, NAMED_CELLS).join(", ");
  return more > 0 ? `${named} and ${more.toLocaleString("en-US")} more` : named;
}

function startWriting(model: Model, engine: Engine, options: WriteOptions): Writing {
  // The plain form: the engine's exportData would also build a second workbook to check its own compression.
  const data = model._exportData(false);
  const isCustom = options.isCustomFunction ?? isOurFunction;
  const severalNames = new Set(
    Object.entries(data.namedRanges)
      .filter(([, range]) => range.includes(":"))
      .map(([name]) => name.toLowerCase()),
  );
  return {
    engine,
    model,
    data,
    styles: new StyleSheet(),
    strings: new SharedStrings(),
    names: formulaNames(
      fileSheetNames(data.sheets.map((sheet) => sheet.name)),
      data.namedRanges,
      new Map(data.sheets.map(({ id, name }) => [sheetNumber(id), name])),
      // Names in a copy of values are for people, who know the last row there is.
      options.openRangeEnd ??
        (options.valuesOnly
          ? LAST_ROW
          : openRangeEnd(Math.max(...data.sheets.map((sheet) => sheet.rowNumber)))),
    ),
    onLoss: onceEach(options.onLoss),
    changedTexts: { cut: [], mended: [] },
    valuesOnly: options.valuesOnly === true,
    help: options.companion?.validationHelp ?? {},
    isForeign: foreignFormulas(engine, isCustom, options.forExcelOnly === true),
    isSeveral: (name) => severalNames.has(name.toLowerCase()),
  };
}

/** Everything of a sheet's part that stands before its cells. */
function sheetHead(
  writing: Writing,
  sheet: SheetData,
  cells: SheetCells,
  print: PrintSetup | undefined,
  isActive: boolean,
): string {
  const properties =
    (sheet.color ? `<tabColor rgb="${toArgb(sheet.color)}"/>` : "") +
    (print && fitsToPage(print) ? '<pageSetUpPr fitToPage="1"/>' : "");
  return (
    (properties ? element("sheetPr", {}, properties) : "") +
    element("dimension", { ref: cells.used ? areaName(cells.used) : "A1" }) +
    element(
      "sheetViews",
      {},
      element(
        "sheetView",
        {
          showGridLines: sheet.areGridLinesVisible === false ? false : undefined,
          tabSelected: isActive ? true : undefined,
          workbookViewId: 0,
        },
        paneElements(sheet),
      ),
    ) +
    `<sheetFormatPr defaultColWidth="${toFileWidth(96)}" defaultRowHeight="17.25" customHeight="1"/>` +
    element("cols", {}, columnElements(writing, sheet))
  );
}

function paneElements(sheet: SheetData): string {
  const { xSplit = 0, ySplit = 0 } = sheet.panes ?? {};
  if (!xSplit && !ySplit) return "";
  const pane = xSplit && ySplit ? "bottomRight" : xSplit ? "topRight" : "bottomLeft";
  const topLeftCell = cellName(xSplit, ySplit);
  return (
    element("pane", {
      xSplit: xSplit || undefined,
      ySplit: ySplit || undefined,
      topLeftCell,
      activePane: pane,
      state: "frozen",
    }) + element("selection", { pane, activeCell: topLeftCell, sqref: topLeftCell })
  );
}

function mergeElements(sheet: SheetData): string {
  if (sheet.merges.length === 0) return "";
  return element(
    "mergeCells",
    { count: sheet.merges.length },
    sheet.merges.map((ref) => element("mergeCell", { ref })).join(""),
  );
}

/** The engine's address of a place in the same workbook. */
const SHEET_LINK = "o-spreadsheet://";

function linkElements(
  parts: PackageParts,
  path: string,
  cells: SheetCells,
  sheets: readonly SheetData[],
  fileName: (name: string) => string,
): string {
  const links = cells.links.flatMap(({ cell, url, label }) => {
    if (url.startsWith(SHEET_LINK)) {
      const target = sheets.find((sheet) => sheet.id === url.slice(SHEET_LINK.length));
      if (!target) return [];
      return [
        element("hyperlink", {
          ref: cell,
          location: `${quoteSheet(fileName(target.name))}!A1`,
          display: label,
        }),
      ];
    }
    const target = cellLinkTarget(url, sheets);
    if (target) {
      const location = `${quoteSheet(fileName(target.sheet.name))}!${target.cell}`;
      return [element("hyperlink", { ref: cell, location, display: label })];
    }
    if (isCellLink(url)) return [];
    if (!/^(?:https?|mailto|ftp):/i.test(url) && /^[a-z][\w+.-]*:/i.test(url)) return [];
    const address = /^[a-z][\w+.-]*:/i.test(url) ? url : `https://${url}`;
    return [element("hyperlink", { ref: cell, "r:id": parts.relate("link", path, address, true) })];
  });
  return links.length === 0 ? "" : element("hyperlinks", {}, links.join(""));
}

function addFigures(
  writing: Writing,
  parts: PackageParts,
  sheet: SheetData,
  index: number,
  sheetPath: string,
  counts: { figures: number },
): { element: string; check: string } {
  const figures = figuresOf(writing, sheet);
  if (figures.length === 0) return { element: "", check: checksumOf("") };
  const path = `xl/drawings/drawing${index + 1}.xml`;
  const charts: string[] = [];
  const anchors = figures.map((figure) => {
    const number = ++counts.figures;
    let relation: string;
    if (figure.chart !== undefined) {
      charts.push(figure.chart);
      relation = parts.add("chart", `xl/charts/chart${number}.xml`, figure.chart, path);
    } else {
      const { extension = "png", bytes = new Uint8Array() } = figure.picture ?? {};
      relation = parts.add("picture", `xl/media/image${number}.${extension}`, bytes, path);
    }
    return figure.anchor(relation, number);
  });
  const drawing = writeDrawing(anchors);
  const relation = parts.add("drawing", path, drawing, sheetPath);
  return { element: element("drawing", { "r:id": relation }), check: checksumOf(drawing + charts.join("")) };
}

function addNotes(
  parts: PackageParts,
  notes: Readonly<Record<string, string>>,
  index: number,
  sheetPath: string,
  author: string,
): string {
  if (sortedNotes(notes).length === 0) return "";
  parts.add("comments", `xl/comments${index + 1}.xml`, writeComments(notes, author), sheetPath);
  const drawing = writeCommentDrawing(notes);
  const relation = parts.add("commentDrawing", `xl/drawings/vmlDrawing${index + 1}.vml`, drawing, sheetPath);
  return element("legacyDrawing", { "r:id": relation });
}

function keepSheet(
  sheet: SheetData,
  file: string,
  figures: string,
  rules: string,
  inputs: string,
): KeptSheet {
  return {
    id: sheet.id,
    file,
    ...(file === sheet.name ? {} : { name: sheet.name }),
    rows: sheet.rowNumber,
    columns: sheet.colNumber,
    ...(sheet.figures.length > 0 ? { figures: { check: figures, value: sheet.figures } } : {}),
    ...(sheet.conditionalFormats.length > 0
      ? { conditionalFormats: { check: rules, value: sheet.conditionalFormats } }
      : {}),
    ...(sheet.dataValidationRules.length > 0
      ? { dataValidations: { check: inputs, value: sheet.dataValidationRules } }
      : {}),
    ...(sheet.tables.length > 0 ? { tables: sheet.tables } : {}),
  };
}

/** Marks the array formulas as the new kind, which Excel shows without braces and lets spill. */
const ARRAY_METADATA =
  `${XML_HEAD}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
