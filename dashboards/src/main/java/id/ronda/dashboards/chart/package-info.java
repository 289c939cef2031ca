/** Which charts a device gets, and the columns of points that the browser draws. */
@NullMarked
package id.ronda.dashboards.chart;

import org.jspecify.annotations.NullMarked;
