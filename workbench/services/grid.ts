/** Rows of values as scripts hand them to a range, checked against the range as Google checks them. */

export function checkedGrid(data: unknown, rows: number, columns: number): readonly (readonly unknown[])[] {
  if (!Array.isArray(data) || !data.every(Array.isArray))
    throw new Error("The parameters don't match the method signature: a two-dimensional array is needed.");
  if (data.length !== rows)
    throw new Error(
      `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${rows}.`,
    );
  for (const row of data as unknown[][])
    if (row.length !== columns)
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
      );
  return data;
}
