import { lazy, Suspense, useState } from 'react';
import { AccountButton } from './account-button';
import { SearchButton } from './search';

const SearchDialog = lazy(() => import('./search-dialog'));
const Menu = lazy(() => import('./account-menu'));

/** The search, whose dialog is loaded when it is wanted. */
export function Search() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <SearchButton onOpen={() => setOpened(true)} />
      {opened && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The menu of the account, which is loaded when it is wanted. */
export function Account() {
  const [opened, setOpened] = useState(false);
  const button = <AccountButton onOpen={() => setOpened(true)} />;
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <Menu onClose={() => setOpened(false)} />
    </Suspense>
  );
}
