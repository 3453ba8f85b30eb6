/** The environment of a child process that is to know nothing of ours: no keys, no addresses. Windows starts none without its own root. */
export const bareEnvironment = (): Record<string, string | undefined> => (process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {})
