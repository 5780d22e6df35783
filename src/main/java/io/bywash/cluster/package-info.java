/** What an operator can see and order of the Security Group: status, chassis up and down, image cloning, and waiting. */
package io.bywash.cluster;
