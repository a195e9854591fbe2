/** A resource of the kernel, of any type: `file`, `folder`, … */
export interface ResourceRef {
  readonly type: string;
  readonly id: string;
  readonly title: string;
}
