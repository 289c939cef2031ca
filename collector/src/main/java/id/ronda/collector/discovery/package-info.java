/** Finds out who a device is and what it has, by asking it. */
@NullMarked
package id.ronda.collector.discovery;

import org.jspecify.annotations.NullMarked;
