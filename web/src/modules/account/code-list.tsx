import { SimpleGrid } from '@mantine/core';

/** Recovery codes, to keep or print. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <SimpleGrid component="ul" id="code-list" cols={2} spacing={4} p={0} m={0} ff="monospace">
      {codes.map((code) => (
        <li key={code} style={{ listStyle: 'none' }}>
          {code}
        </li>
      ))}
    </SimpleGrid>
  );
}
