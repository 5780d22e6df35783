/** A line of characters to a device, with a deadline and an end; the only place that knows sshj. */
package io.bywash.terminal;
