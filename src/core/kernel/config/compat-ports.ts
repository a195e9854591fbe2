import { FieldProblem } from './fields';

/** The first of the 22 ports; null for none. @throws FieldProblem */
export function parseCompatPorts(value: string): number | null {
  if (/^(off|false|no|0)$/i.test(value)) return null;
  if (/^(on|true|yes|1)$/i.test(value)) return 8000;
  const first = Number(value);
  if (/^\d+$/.test(value) && first >= 1024 && first <= 65_535 - 21) return first;
  throw new FieldProblem('must be 1, off, or the first of 22 ports, from 1024 to 65514');
}
