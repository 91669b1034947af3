/** Whether the name of a host, without a port, is one of this machine itself. */
export function isLoopback(name: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[\w-]+\.)*localhost)$/i.test(name);
}

/**
 * Whether a request is meant for this machine: a page whose name was made to lead here could read what a server here answers otherwise. HTTP/1.0 needs
 * no Host.
 *
 * @param others - names that are allowed besides, in small letters and without a port
 */
export function isOwnHost(host: string | undefined, others: readonly string[] = []): boolean {
  if (host === undefined) return true;
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return URL.canParse(`http://${host}`) && (isLoopback(name) || others.includes(name));
}
