/**
 * Judges a finished run from its history alone.
 *
 * <p>A checker is a pure function of the facts. It acts on nothing, and one that saw nothing says that it does not know.
 */
package io.bywash.verdict;
