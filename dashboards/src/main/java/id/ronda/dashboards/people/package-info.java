/** Offices, roles and rights as pages show them: trees, choices, groups. */
@NullMarked
package id.ronda.dashboards.people;

import org.jspecify.annotations.NullMarked;
