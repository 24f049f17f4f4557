import { createHash, randomUUID } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Tells computers apart that write to one shared folder. */
function host(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** A new name for a file that is being written; it says which process of which computer writes it. */
export function temporaryName(): string {
  return `.answer-${host()}-${process.pid}-${randomUUID()}.tmp`;
}

/** `.answer-0a1b2c3d-123-00000000-0000-4000-8000-000000000000.tmp`; not `.answer-notes.tmp`. */
const TEMPORARY = /^\.answer-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** True for a temporary file whose process, on this computer, runs no more. */
export function isAbandoned(name: string): boolean {
  const [, owner, pid = ''] = TEMPORARY.exec(name) ?? [];
  return owner === host() && Number(pid) !== process.pid && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is not sent: it only asks whether it could be.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Removes what runs left in a folder that were killed while they wrote. Whatever cannot be removed stays. */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.filter(isAbandoned).map((name) => unlink(join(folder, name)).catch(() => undefined)),
  );
}
