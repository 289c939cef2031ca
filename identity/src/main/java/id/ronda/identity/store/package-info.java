/** What the stores of identity share: how times, accounts and grants are read from rows. */
@NullMarked
package id.ronda.identity.store;

import org.jspecify.annotations.NullMarked;
