/** What is true now: the newest stored sample of each series, the newest state of each device. */
@NullMarked
package id.ronda.collector.live;

import org.jspecify.annotations.NullMarked;
