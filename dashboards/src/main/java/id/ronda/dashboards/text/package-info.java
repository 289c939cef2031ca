/** How things are said: languages, numbers, units, times. Pure. */
@NullMarked
package id.ronda.dashboards.text;

import org.jspecify.annotations.NullMarked;
