/** Thrown while reading, and caught at the door: what is read can't have been written by Seedcast. */
export class Damaged extends Error {
  /** Where, such as `fitted.open.3`. */
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.name = 'Damaged';
    this.path = path;
  }
}
