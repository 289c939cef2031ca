/** The collector's routes under {@code /api/v1}. */
@NullMarked
package id.ronda.collector.http;

import org.jspecify.annotations.NullMarked;
