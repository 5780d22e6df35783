/**
 * Remembers what happened, in order, and writes it under {@code reports/}.
 *
 * <p>A {@link io.bywash.evidence.Fact} holds words, instants and values of {@code group}, nothing of the layer that
 * produced it, so that a history can be read without the code. What a step promised to measure is declared before it
 * acts ({@link io.bywash.evidence.StepRecord}); what was not measured is not proven.
 */
package io.bywash.evidence;
