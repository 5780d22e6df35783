/**
 * Speaks to Gaia's shells (Clish, gClish, Expert), knows how they nest, and turns a command into a reply.
 *
 * <p>Where a line is, is read from the device: after every command the prompt is read, and a prompt that belongs to no
 * shell we opened is an error that shows the screen. A question of the device is part of the command that provokes it
 * ({@link io.bywash.gaia.Question}); one that was not announced is never answered.
 */
package io.bywash.gaia;
