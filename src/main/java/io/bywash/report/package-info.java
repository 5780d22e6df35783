/** Makes what people look at from the history of a run; nothing here knows more than the history says. */
package io.bywash.report;
