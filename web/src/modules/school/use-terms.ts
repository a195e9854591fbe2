import { useQuery } from '@tanstack/react-query';
import { get, type components } from '../../shell/api';

export type Term = components['schemas']['SchoolTerm'];

/** All terms, the latest first. */
export const useTerms = () => useQuery(get('/api/v1/school/terms', { params: { query: { limit: 100 } } }));

/** The term of today, else the latest. @param today as 2026-11-29 */
export function openTermOf(
  terms: readonly Term[] = [],
  today = new Date().toISOString().slice(0, 10),
): Term | undefined {
  return terms.find((term) => term.starts_on <= today && today <= term.ends_on) ?? terms[0];
}
