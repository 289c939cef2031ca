/** What the duty room sees first: how the services, the offices and the things that could fail are, all at once. Pure but for its desk. */
@NullMarked
package id.ronda.dashboards.start;

import org.jspecify.annotations.NullMarked;
