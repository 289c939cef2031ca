/** A reach as the condition of a statement. */
@NullMarked
package id.ronda.collector.reach;

import org.jspecify.annotations.NullMarked;
