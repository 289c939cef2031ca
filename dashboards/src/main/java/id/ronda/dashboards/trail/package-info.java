/** The audit trail in words: what an entry says, what was different before, and which entries one looks for. Pure. */
@NullMarked
package id.ronda.dashboards.trail;

import org.jspecify.annotations.NullMarked;
