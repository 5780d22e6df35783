/**
 * Makes the evidence of a run hard to change unseen: what is said of its history and by whom, and the check of both.
 *
 * <p>{@link io.bywash.custody.Statement} is made when a run has ended. {@link io.bywash.custody.Check} is for somebody who
 * trusts neither the run nor this product's libraries: it uses the JDK alone, and works everything out again by itself.
 */
package io.bywash.custody;
