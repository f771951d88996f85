/** Chromium's queue of what an installed app was opened with; no other browser has it. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

function hasLaunchQueue(scope: object): scope is { launchQueue: LaunchQueue } {
  return 'launchQueue' in scope;
}

/** Hands over the files that the installed app is opened with (file_handlers of the manifest), where the browser has that. */
export function onOpenedFiles(take: (files: readonly File[]) => void): void {
  const page: object = globalThis;
  if (!hasLaunchQueue(page)) return;
  page.launchQueue.setConsumer(({ files = [] }) => {
    // Started without a file, or one that has gone since: there is nothing to read.
    Promise.all(files.map((handle) => handle.getFile())).then(
      (opened) => opened.length > 0 && take(opened),
      () => undefined,
    );
  });
}
