import { Link } from '@tanstack/react-router';
import { useFormat } from '../../shell/text';
import type { StoredFile } from './contents';
import { FileIcon } from './file-icon';
import { FileMenu } from './file-menu';
import classes from './files.module.css';

/** A file in its list. */
export function FileRow({ file }: { file: StoredFile }) {
  const format = useFormat();
  const { id, original_filename: name } = file;
  return (
    <li className={classes.row} data-kind="file">
      <FileIcon type={file.content_type} />
      <Link to={`/files/${id}`} className={classes.name} title={name}>
        <bdi>{name}</bdi>
      </Link>
      <span className={`${classes.quiet} num`}>{format.bytes(file.size)}</span>
      <span className={`${classes.quiet} ${classes.ago}`}>{format.ago(file.upload_time)}</span>
      <FileMenu file={file} />
    </li>
  );
}
