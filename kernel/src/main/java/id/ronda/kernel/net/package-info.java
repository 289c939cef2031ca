/** Addresses of the network: ranges of them, and for whom a proxy says that it speaks. */
@NullMarked
package id.ronda.kernel.net;

import org.jspecify.annotations.NullMarked;
