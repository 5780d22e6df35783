/** Runs as they were, in a file that a site can hand over, and served once more as an SSH target for a lab. */
package io.bywash.recording;
