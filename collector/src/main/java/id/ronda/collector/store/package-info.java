/** The time series in the database: series, samples, gaps, rollups, retention. */
@NullMarked
package id.ronda.collector.store;

import org.jspecify.annotations.NullMarked;
