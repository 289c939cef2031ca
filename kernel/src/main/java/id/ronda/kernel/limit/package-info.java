/** How much one caller may ask: requests by time, and streams at the same time. */
@NullMarked
package id.ronda.kernel.limit;

import org.jspecify.annotations.NullMarked;
