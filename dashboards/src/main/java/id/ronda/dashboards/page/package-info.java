/** The pages: routes, what each shows, and the templates' classes, which are made into this package. */
@NullMarked
package id.ronda.dashboards.page;

import org.jspecify.annotations.NullMarked;
