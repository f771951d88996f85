/**
 * Name of the database of an app served at this path. Sites on one origin share IndexedDB, so that
 * `example.github.io/seedcast/` and `example.github.io/preview/` must not meet. The file name is left out:
 * `/seedcast/` and `/seedcast/index.html` are one app.
 *
 * @example databaseNameFor('/tools/seedcast/index.html') // 'seedcast:/tools/seedcast/'
 */
export function databaseNameFor(pathname: string): string {
  return `seedcast:${pathname.slice(0, pathname.lastIndexOf('/') + 1) || '/'}`;
}
