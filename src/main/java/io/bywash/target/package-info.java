/**
 * What a run is pointed at: reads the target file that describes a real Security Group.
 *
 * <p>The file is read once, before the first connection, and every fault in it is told together, each with its line and
 * what to write instead. Secrets are never in the file, only the places they are read from, and never in a message.
 */
package io.bywash.target;
