/** A line of bytes to a device, with a deadline and an end; the only place that knows sshj. */
package io.bywash.terminal;
