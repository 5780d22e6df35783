/**
 * Makes what people look at from the history of a run.
 *
 * <p>Every picture and page here is a function of {@code history.jsonl}: the same history gives the same bytes.
 */
package io.bywash.report;
