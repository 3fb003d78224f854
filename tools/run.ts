/** Runs the project's command-line tools. */
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface Finished {
  ok: boolean;
  /** What the command printed, standard output and errors as they came; empty where it was shown as it ran. */
  output: string;
}

/** Takes a command (from node_modules/.bin or the path) and its arguments; waits until it has ended. */
export function run(command: string, args: string[], { show = false } = {}): Promise<Finished> {
  const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, PATH, WXT_TELEMETRY: '0' },
      // The tools in node_modules/.bin are scripts on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => done({ ok: false, output: error.message }));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/** The part of a failed build's output that tells why, without the bundler's remarks on other people's code. */
export function causeIn(output: string): string {
  return output.slice(Math.max(0, output.lastIndexOf(' ERROR '))).trim();
}
