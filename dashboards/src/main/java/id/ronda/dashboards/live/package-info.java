/** What happens now: the newest samples, and the streams of events that carry them to open pages. */
@NullMarked
package id.ronda.dashboards.live;

import org.jspecify.annotations.NullMarked;
