/**
 * The procedure as Cucumber runs it: features in front, one run of one target behind.
 *
 * <p>Step definitions translate; they hold no rule of the procedure.
 */
package io.bywash.acceptance;
