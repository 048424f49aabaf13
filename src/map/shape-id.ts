/** Id of a province's shape in the drawing of the build, from which other drawings of the page take it. */
export function shapeId(province: string): string {
  return `land-${province}`;
}
