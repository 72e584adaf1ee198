/** Text and colour inside a chart part. */
import { escapeXml } from "./xml.js";

const TEXT_COLOR = "444444";

/** A title's words. Sizes are pixels, as the engine has them. */
export function text(words: string, { size, bold }: { size: number; bold: boolean }): string {
  const look = `<a:solidFill><a:srgbClr val="${TEXT_COLOR}"/></a:solidFill>`;
  const sized = `sz="${Math.round(size * 75)}" b="${bold ? 1 : 0}"`;
  return (
    "<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>" +
    `<a:pPr><a:defRPr ${sized}>${look}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="en-US" ${sized}>${look}</a:rPr><a:t>${escapeXml(words)}</a:t></a:r></a:p></c:rich></c:tx>`
  );
}

export function solid(color: string, opacity?: number): string {
  return opacity === undefined
    ? `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`
    : `<a:solidFill><a:srgbClr val="${color}"><a:alpha val="${Math.round(opacity * 100_000)}"/></a:srgbClr></a:solidFill>`;
}

/** A filled shape, with or without a line around it. */
export function fillShape(color: string, line?: string): string {
  return `<c:spPr>${solid(color)}<a:ln${line ? ' w="9525"' : ""}>${line ? solid(line) : "<a:noFill/>"}</a:ln></c:spPr>`;
}
