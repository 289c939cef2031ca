/** The one registry of metrics, in the shape Prometheus reads. */
@NullMarked
package id.ronda.kernel.metrics;

import org.jspecify.annotations.NullMarked;
