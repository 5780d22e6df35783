/**
 * What a dual-chassis Security Group is: its two chassis, its SGMs and the states they can be in, as immutable values.
 *
 * <p>Nothing here knows how a device is reached or what it prints. The words that a screen uses for a state belong to
 * whoever reads or draws that screen, never to this package: the driving code and the embedded Security Group both stand
 * on it, and must not agree by sharing a label.
 */
package io.bywash.group;
