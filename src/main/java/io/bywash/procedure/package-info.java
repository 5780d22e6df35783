/**
 * The vendor's procedure as Java: its five parts, what each needs from the Security Group, and their lettered steps.
 *
 * <p>Every step names what it will measure before it acts ({@link io.bywash.procedure.Steps}); a step that failed ends the
 * run, and nothing is sent after it.
 */
package io.bywash.procedure;
