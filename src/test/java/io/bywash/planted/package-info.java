/**
 * Bugs that are planted by hand, where a tool that changes code at random would not think of them, and the count of those that
 * the tests notice.
 */
package io.bywash.planted;
