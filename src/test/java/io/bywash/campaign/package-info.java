/**
 * Tries to prove the promises wrong: the whole procedure is run on embedded groups that faults strike, and what the runs
 * said is held against what really happened.
 */
package io.bywash.campaign;
