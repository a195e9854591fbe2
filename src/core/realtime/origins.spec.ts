import { isAllowedOrigin } from './origins';

const config = {
  publicUrl: 'https://app.example.com/x',
  corsOrigins: ['https://other.example.com', 'capacitor://localhost', 'ionic://localhost'],
};

describe('isAllowedOrigin', () => {
  it.each([
    ['https://app.example.com', 'app.example.com'],
    ['https://other.example.com', 'app.example.com'],
    ['capacitor://localhost', 'app.example.com'],
    ['ionic://localhost', 'app.example.com'],
    ['http://127.0.0.1:8000', '127.0.0.1:8000'],
    ['http://localhost:8000', 'localhost:8000'],
    ['http://[::1]:8000', '[::1]:8000'],
  ])('lets %s in at %s', (origin, host) => {
    expect(isAllowedOrigin(origin, host, config)).toBe(true);
  });

  it.each([
    ['null', 'app.example.com'],
    ['', 'app.example.com'],
    ['https://evil.example', 'app.example.com'],
    ['capacitor://evil', 'app.example.com'],
    ['app://localhost', 'app.example.com'],
    ['https://app.example.com.evil', 'app.example.com'],
    ['http://app.example.com', 'app.example.com'],
    ['https://app.example.com:444', 'app.example.com:444'],
    ['https://app.example.com/', 'app.example.com'],
    ['HTTPS://app.example.com', 'app.example.com'],
    ['https://user@app.example.com', 'app.example.com'],
    ['http://localhost:3000', 'localhost:8000'],
    ['http://localhost:8000', '127.0.0.1:8000'],
    ['http://rebound.example:8000', 'rebound.example:8000'],
    ['http://localhost:8000', undefined],
  ])('refuses %s at %s', (origin, host) => {
    expect(isAllowedOrigin(origin, host, config)).toBe(false);
  });
});
