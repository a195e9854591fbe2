import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaybeMe } from '../session/me';
import { Format } from './format';

/** Dates, numbers and money in the language and by the clock of who reads. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const timeZone = useMaybeMe()?.time_zone;
  return useMemo(() => new Format({ locale: i18n.language, timeZone }), [i18n.language, timeZone]);
}
