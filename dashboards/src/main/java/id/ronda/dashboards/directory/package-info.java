/** What the pages know of all devices at once: a short-lived copy, filters, counts. */
@NullMarked
package id.ronda.dashboards.directory;

import org.jspecify.annotations.NullMarked;
