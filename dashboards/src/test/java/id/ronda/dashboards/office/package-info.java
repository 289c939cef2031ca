/** An office's devices in memory: honest doubles of what the collector shows. */
@NullMarked
package id.ronda.dashboards.office;

import org.jspecify.annotations.NullMarked;
