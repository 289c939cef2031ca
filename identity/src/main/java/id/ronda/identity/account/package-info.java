/** Accounts, their passwords, and the door: signing in, slowing guesses down, handing over. */
@NullMarked
package id.ronda.identity.account;

import org.jspecify.annotations.NullMarked;
