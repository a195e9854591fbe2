import { ActionIcon, Paper } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconFolder,
  IconFolderOpen,
  IconFiles,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { aboveOf, childrenOf, useFolders, type Folder } from './folders';
import { Quota } from './quota';
import classes from './files.module.css';

/** Places of files: mine with their folders, what others share, the trash. @param current the folder that is open */
export function FolderTree({ current, at }: { current?: string; at?: 'root' | 'shared' }) {
  const { t } = useTranslation();
  const me = useMe();
  const { data: folders = [] } = useFolders();
  const mine = folders.filter(({ owner_id: owner }) => owner === me.id);
  const open = folders.find(({ id }) => id === current);
  const path = new Set(open ? aboveOf(folders, open).map(({ id }) => id) : []);
  return (
    <nav className={classes.side} aria-label={t('Folders')}>
      <ul className={classes.tree}>
        <li>
          <Link
            to="/files"
            activeOptions={{ exact: true }}
            className={classes.place}
            aria-current={at === 'root' ? 'page' : undefined}
          >
            <IconFiles size={17} stroke={1.6} />
            {t('My files')}
          </Link>
          <Branches folders={mine} of={null} current={current} path={path} />
        </li>
        <li>
          <Link to="/files/shared" className={classes.place} aria-current={at === 'shared' ? 'page' : undefined}>
            <IconUsers size={17} stroke={1.6} />
            {t('Shared with me')}
          </Link>
        </li>
        <li>
          <Link to="/trash" className={classes.place}>
            <IconTrash size={17} stroke={1.6} />
            {t('Trash')}
          </Link>
        </li>
      </ul>
      <Paper mt="md" px={8} bg="transparent">
        <Quota />
      </Paper>
    </nav>
  );
}

interface BranchesProps {
  readonly folders: readonly Folder[];
  readonly of: string | null;
  readonly current?: string;
  /** Folders above the one that is open. */
  readonly path: ReadonlySet<string>;
}

function Branches({ folders, of, current, path }: BranchesProps) {
  const children = childrenOf(folders, of);
  if (children.length === 0) return null;
  return (
    <ul>
      {children.map((folder) => (
        <Branch key={folder.id} folder={folder} folders={folders} current={current} path={path} />
      ))}
    </ul>
  );
}

function Branch({ folder: { id, name }, folders, current, path }: Omit<BranchesProps, 'of'> & { folder: Folder }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? path.has(id);
  const hasMore = folders.some(({ parent_id: parent }) => parent === id);
  const Icon = id === current ? IconFolderOpen : IconFolder;
  return (
    <li>
      <div className={classes.branch}>
        <ActionIcon
          variant="transparent"
          color="gray"
          size={20}
          style={{ visibility: hasMore ? 'visible' : 'hidden' }}
          onClick={() => setChosen(!isOpen)}
          aria-expanded={isOpen}
          aria-label={t('What lies in {{name}}', { name })}
        >
          {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        </ActionIcon>
        <Link to={`/folders/${id}`} className={classes.place} aria-current={id === current ? 'page' : undefined}>
          <Icon size={17} stroke={1.6} />
          <bdi className="cut">{name}</bdi>
        </Link>
      </div>
      {isOpen && <Branches folders={folders} of={id} current={current} path={path} />}
    </li>
  );
}
