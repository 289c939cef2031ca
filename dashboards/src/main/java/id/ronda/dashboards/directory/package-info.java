/** What open pages share: one short-lived reading of the devices that they show. */
@NullMarked
package id.ronda.dashboards.directory;

import org.jspecify.annotations.NullMarked;
