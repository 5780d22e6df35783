/** What an operator can see and order of CPUSE packages: import, list, verify, install, and the proof that one is installed. */
package io.bywash.cpuse;
