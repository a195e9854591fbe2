import { pdfWriter } from '../../src/core/tabular/pdf';
import { PDF_WORDS } from '../../src/core/tabular/pdf-words';
import { OrderDatasets } from '../../src/modules/commerce/orders/reports/order.datasets';
import { REPORT_WORDS as SHOP, STATUSES } from '../../src/modules/commerce/orders/reports/report-words';
import { headed } from '../../src/modules/platform/reports/report-content';
import { REPORT_WORDS as REPORTS } from '../../src/modules/platform/reports/report-words';
import { SchoolDatasets } from '../../src/modules/school/school/reports/school.datasets';
import { REPORT_WORDS as SCHOOL } from '../../src/modules/school/school/reports/report-words';
import { textsOfPdf } from '../support/pdf-text';

const nothing = undefined as never;
const datasets = [
  ...new OrderDatasets(nothing, nothing, nothing, nothing).datasets,
  ...new SchoolDatasets(nothing, nothing).datasets,
];
/** Words that are the same in both languages. */
const SAME = ['Id', 'SKU', 'Total', 'no'];

type Pair = readonly [name: string, en: string, es: string];

/** Each text with its translation; what takes values takes `7`. */
function pairs(name: string, { en, es }: { readonly en: object; readonly es: object }): Pair[] {
  const said = (word: unknown): string =>
    typeof word === 'function' ? (word as (...values: string[]) => string)('7', '7') : String(word);
  const other = es as Record<string, unknown>;
  return Object.entries(en).map(([key, word]) => [`${name}.${key}`, said(word), said(other[key])]);
}

describe('the words of printed documents', () => {
  const titles = datasets.flatMap(({ name, title, columns }) =>
    pairs(name, {
      en: { title: title.en, ...Object.fromEntries(columns.map((one) => [one.name, one.title.en])) },
      es: { title: title.es, ...Object.fromEntries(columns.map((one) => [one.name, one.title.es])) },
    }),
  );

  it('are in Spanish, each of them', () => {
    const words = [
      ...[...pairs('pdf', PDF_WORDS), ...pairs('reports', REPORTS), ...pairs('shop', SHOP)],
      ...[...pairs('states', STATUSES), ...pairs('school', SCHOOL), ...titles],
    ];
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter(([, en, es]) => !es || (es === en && !SAME.includes(en)))).toEqual([]);
  });

  it('are heads that are never cut, of all columns of a dataset', async () => {
    for (const locale of ['en', 'es'] as const) {
      for (const { title, columns } of datasets) {
        const head = headed(columns, { locale, timeZone: 'America/Argentina/Buenos_Aires' });
        const writer = pdfWriter({ title: title[locale], brand: 'ATRIUM', locale, columns: head });
        const printed = textsOfPdf(Buffer.from(await writer.end())).map(({ text }) => text);
        const bare = (text: string): string => text.replace(/\s/g, '');
        const whole = bare(printed.join(''));
        expect(head.map((one) => bare(one.title)).filter((one) => !whole.includes(one))).toEqual([]);
      }
    }
  });
});
