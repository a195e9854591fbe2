import { accepted } from './accept';

const OURS = ['application/json', 'text/csv', 'application/pdf'];

describe('accepted', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; charset=utf-8', 'text/csv'],
    ['text/html, application/pdf;q=0.9, */*;q=0.1', 'application/pdf'],
    ['application/json;q=0.5, text/csv;q=0.6', 'text/csv'],
    ['*/*, application/json;q=0', 'text/csv'],
    ['text/*', 'text/csv'],
    ['*/*, application/pdf', 'application/pdf'],
    ['image/png', null],
    ['text/csv;q=0', null],
    ['text/csv;q=x', null],
  ])('of %j takes %j', (accept, type) => {
    expect(accepted(accept, OURS)).toBe(type);
  });
});
