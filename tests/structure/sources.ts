/** The project's own source files, for the tests on its structure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What runs in the browser; the rest prepares, checks or drives it. */
export const BROWSER_ROOMS = ['context', 'page', 'components', 'desk', 'entrypoints'] as const;
export const ROOMS = [...BROWSER_ROOMS, 'modules', 'workshop', 'tools', 'tests'] as const;
export type Room = (typeof ROOMS)[number];

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  room: Room;
  text: string;
  isTest: boolean;
}

/** Every file of `rooms` whose name ends as `kind` says, in the order of their paths. */
export function sourcesOf(rooms: readonly Room[], kind = /\.(?:ts|tsx|mjs)$/): SourceFile[] {
  return rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && kind.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .sort()
      .map((path) => ({ path, room, text: readFileSync(path, 'utf8'), isTest: /\.test\.tsx?$/.test(path) })),
  );
}
